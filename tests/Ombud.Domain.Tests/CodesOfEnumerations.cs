using System.Text.Json;
using System.Text.RegularExpressions;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Integrity.Json;

namespace Ombud.Domain.Tests;

public sealed class CodesOfEnumerations
{
    public static TheoryData<string> Enumerations =>
        new(typeof(Codes).Assembly.GetExportedTypes().Where(type => type.IsEnum).Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void are_read_back_as_the_value_they_stand_for(string type)
    {
        foreach (var value in Enum.GetValues(Type(type)).Cast<Enum>())
            Codes.Read(Type(type), Codes.Of(value)).ShouldBe(value);
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void are_snake_case_and_each_occurs_once(string type)
    {
        var codes = Codes.All(Type(type)).ToList();
        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => Regex.IsMatch(code, "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void are_what_events_are_stored_with(string type)
    {
        foreach (var value in Enum.GetValues(Type(type)).Cast<Enum>())
            JsonSerializer.Serialize(value, Type(type), EventJson.Options).ShouldBe($"\"{Codes.Of(value)}\"");
    }

    [Fact]
    public void tell_what_naming_cannot()
    {
        Codes.Of(DelayReason.Covid19).ShouldBe("covid_19");
        Codes.Read<DelayReason>("covid_19").ShouldBe(DelayReason.Covid19);
    }

    [Fact]
    public void are_not_guessed()
    {
        Should
            .Throw<InvalidOperationException>(() => Codes.Read<DelayReason>("covid19"))
            .Message.ShouldBe("There is no DelayReason 'covid19'.");
        Should.Throw<InvalidOperationException>(() => Codes.Of((DelayReason)99));
        Should.Throw<InvalidOperationException>(() => Codes.Read<CouncilPosition>("noted"));
    }

    private static Type Type(string name) => typeof(Codes).Assembly.GetType(name)!;
}
