using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Municipalities;

public sealed class ChangingACodeList
{
    private static Municipality After(MunicipalityConfigured changed) => Municipality.Evolve(Drammen.Now, changed);

    [Fact]
    public void raises_the_version_of_that_list_alone()
    {
        var after = After(Drammen.Configuration with { ServiceAreas = [.. Drammen.Configuration.ServiceAreas.Skip(1)] });
        (
            after.ServiceAreas.Version,
            after.Matters.Version,
            after.Channels.Version,
            after.ReferralSources.Version,
            after.Units.Version,
            after.Outcomes.Version
        ).ShouldBe((2, 1, 1, 1, 1, 1));
    }

    [Fact]
    public void retires_a_code_that_is_dropped_and_keeps_its_label()
    {
        var areas = After(Drammen.Configuration with { ServiceAreas = [.. Drammen.Configuration.ServiceAreas.Skip(1)] }).ServiceAreas;
        areas.Contains("health").ShouldBeFalse();
        areas.EverContained("health").ShouldBeTrue();
        areas.Label("health", "nb").ShouldBe("Helse");
    }

    [Fact]
    public void takes_a_retired_code_back_into_use()
    {
        var areas = Municipality.Evolve(After(Drammen.Configuration with { ServiceAreas = [] }), Drammen.Configuration).ServiceAreas;
        (areas.Version, areas.Contains("health"), areas.Retired.Count).ShouldBe((3, true, 0));
    }

    [Fact]
    public void gives_a_code_its_new_label() =>
        After(Drammen.Configuration with { Channels = [new("email", "Epost", "Mail", "Mail")] })
            .Channels.Label("email", "nb")
            .ShouldBe("Epost");

    [Theory]
    [InlineData("nb", "Helse")]
    [InlineData("nn", "Helse")]
    [InlineData("da", "Sundhed")]
    [InlineData("en", "Health")]
    public void labels_are_read_in_each_language(string language, string label) =>
        Drammen.Now.ServiceAreas.Label("health", language).ShouldBe(label);

    [Fact]
    public void reads_a_code_that_it_never_had_as_itself() => Drammen.Now.ServiceAreas.Label("space_travel", "nb").ShouldBe("space_travel");

    [Fact]
    public void a_second_time_leaves_retired_what_the_first_time_retired()
    {
        var once = After(Drammen.Configuration with { ServiceAreas = [.. Drammen.Configuration.ServiceAreas.Skip(1)] });
        var twice = Municipality.Evolve(
            once,
            Drammen.Configuration with
            {
                ServiceAreas = [.. Drammen.Configuration.ServiceAreas.Skip(2)],
            }
        );
        twice.ServiceAreas.Retired.Select(code => code.Value).ShouldBe(["transport", "health"]);
        (twice.ServiceAreas.Version, twice.ServiceAreas.Label("health", "nb")).ShouldBe((3, "Helse"));
    }

    [Fact]
    public void knows_its_codes_and_their_places()
    {
        var areas = Municipality.Evolve(null, Drammen.Configuration).ServiceAreas;
        new[] { "health", "transport", "other", "space_travel" }.Select(areas.PlaceOf).ShouldBe([0, 1, 2, 3]);
        (areas.Contains("other"), areas.Contains("space_travel")).ShouldBe((true, false));
        (areas.EverContained("other"), areas.EverContained("space_travel")).ShouldBe((true, false));
    }
}
