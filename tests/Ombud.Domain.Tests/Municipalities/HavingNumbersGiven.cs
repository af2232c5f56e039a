using System.Text.RegularExpressions;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Municipalities;

public sealed class HavingNumbersGiven
{
    [Theory]
    [InlineData("{year}-{seq:0000}", "2026-0001", "2026-0041", "2026-0042")]
    [InlineData("{year}-{seq:0000}", "2026-0001", "2026-9999", "2026-10000")]
    [InlineData("{year}-{seq:0000}", "2026-0001", "2026-10000", "2026-10001")]
    [InlineData("{seq}/{year}", "1/2026", "9/2026", "10/2026")]
    [InlineData("OMB.{seq:000}", "OMB.001", "OMB.999", "OMB.1000")]
    [InlineData("Sø_{year}{seq:00}/b", "Sø_202601/b", "Sø_202699/b", "Sø_2026100/b")]
    [InlineData("{seq:000000000}", "000000001", "999999999", "1000000000")]
    [InlineData("{seq:0000}", "0001", "0000", "0001")]
    public void gives_the_first_and_then_the_one_after_the_last(string text, string first, string last, string next)
    {
        var series = CaseNumbers.Parse(text)!.Of(2026);
        (series.NumberAfter(null), series.NumberAfter(last)).ShouldBe((first, next));
        foreach (var number in new[] { first, last, next })
        {
            number.ShouldMatch(series.Expression);
            number.Length.ShouldBeInRange(series.ShortestNumber, series.LongestNumber);
        }
    }

    [Theory]
    [InlineData("2026-001")]
    [InlineData("2026-00001")]
    [InlineData("2026-01000 ")]
    [InlineData("2025-0001")]
    [InlineData("2026-00A1")]
    [InlineData("2026-0001-b")]
    [InlineData("x2026-0001")]
    [InlineData("2026-1234567890123456789")]
    public void knows_what_is_none_of_its_numbers(string number) =>
        Regex.IsMatch(number, CaseNumbers.Parse("{year}-{seq:0000}")!.Of(2026).Expression).ShouldBeFalse();

    [Fact]
    public void takes_what_it_is_written_with_to_the_letter() =>
        Regex.IsMatch("Ax1", CaseNumbers.Parse("A.{seq}")!.Of(2026).Expression).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{year}")]
    [InlineData("{year}-0001")]
    [InlineData("{seq}{seq}")]
    [InlineData("{seq:00}-{seq}")]
    [InlineData("{year}-{year}-{seq}")]
    [InlineData("{year}{seq}{year}")]
    [InlineData("{seq:}")]
    [InlineData("{seq:1}")]
    [InlineData("{seq:0000000000}")]
    [InlineData("{Seq}")]
    [InlineData("{month}-{seq}")]
    [InlineData("{year} {seq}")]
    [InlineData("{seq}\n")]
    [InlineData("#{seq}")]
    [InlineData("{{seq}}")]
    [InlineData("😀{seq}")]
    public void names_the_field_of_what_is_no_form_of_numbers(string text)
    {
        var faults = MunicipalityDecider
            .Decide(null, Drammen.Configuration with { CaseNumbers = text })
            .ShouldBeOfType<Decision.Invalid>()
            .Faults.Where(fault => fault.Code != "control_character");
        var fault = faults.ShouldHaveSingleItem();
        (fault.Field, fault.Code, fault.Value).ShouldBe(("caseNumbers", "invalid_pattern", text));
        fault.Detail.ShouldContain("{year}-{seq:0000}");
    }

    [Fact]
    public void takes_40_characters_and_its_longest_number_is_none_too_long()
    {
        var longest = new string('x', 35) + "{seq}";
        Decide(longest).ShouldBeOfType<Decision.Accepted>();
        CaseNumbers.Parse(longest)!.Of(2026).LongestNumber.ShouldBeLessThan(64);
        Decide(longest + "x").ShouldHaveFaults("caseNumbers too_long");
    }

    [Fact]
    public void is_the_offices_choice()
    {
        Drammen.Now.CaseNumbers.ShouldBeNull();
        Municipality
            .Evolve(Drammen.Now, Drammen.Configuration with { CaseNumbers = "{seq}" })
            .CaseNumbers!.Of(2026)
            .NumberAfter("9")
            .ShouldBe("10");
    }

    private static Decision Decide(string text) => MunicipalityDecider.Decide(null, Drammen.Configuration with { CaseNumbers = text });
}
