using System.Diagnostics;
using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class BeingGeneral
{
    private static readonly string[] CaseNumbers = ["DR-2023-017", "23/4711", "2023", "18", "13"];

    private static IEnumerable<Fault> Faults(string text) => GeneralForm.Faults("text", text, CaseNumbers.Contains);

    [Theory]
    [InlineData("Svartiden i 2022 og 2023 har økt")]
    [InlineData("I 2019/2020 og 18/19 var det like mange")]
    [InlineData("i skoleåret 2019 2020")]
    [InlineData("§ 11 a, jf. fvl. § 17 og § 24-1")]
    [InlineData("retssikkerhedsloven § 3, stk. 2")]
    [InlineData("Den 13.06.2023 og 2023-06-13")]
    [InlineData("Gebyr på 1 250 000 kr, 12.500,50 kr og 250000 kroner")]
    [InlineData("13 av 16 saker, 81,25 %, og 18 andre")]
    [InlineData("Kl. 09.30-15.30, rom 204, uke 24")]
    [InlineData("Covid-19 og H2O")]
    [InlineData("LOV-2022-12-20-118 trådte i kraft")]
    [InlineData("Skriv til postmottak (alfakrøll) kommunen")]
    [InlineData("")]
    public void is_the_case_with_years_amounts_paragraphs_dates_and_counts(string text) => Faults(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Født 01019012345.")]
    [InlineData("(010190 12345)")]
    [InlineData("010190-12345")]
    [InlineData("cpr 0101901234")]
    [InlineData("cpr. 010190-1234, klager")]
    [InlineData("010190 1234")]
    [InlineData("010190–1234")]
    [InlineData("010190\u00a01234")]
    public void is_not_the_case_with_a_national_identity_number(string text)
    {
        var fault = Faults(text).ShouldHaveSingleItem();
        (fault.Field, fault.Code, fault.Value).ShouldBe(("text", "national_identity_number", "01…"));
    }

    [Theory]
    [InlineData("Skriv til kari.nordmann@example.no")]
    [InlineData("kari+klage@mail.example.com.")]
    [InlineData("<søren@østre.dk>")]
    public void is_not_the_case_with_an_address_of_e_mail(string text) =>
        Faults(text).ShouldHaveSingleItem().Detail.ShouldContain("e-mail");

    [Theory]
    [InlineData("Ring 22334455")]
    [InlineData("tlf. 22 33 44 55, etter kl. 12")]
    [InlineData("911 22 333")]
    [InlineData("+47 22 33 44 55")]
    [InlineData("+4722334455")]
    [InlineData("+45 22334455.")]
    public void is_not_the_case_with_a_telephone_number(string text) =>
        Faults(text).ShouldHaveSingleItem().Detail.ShouldContain("telephone");

    [Theory]
    [InlineData("Se sak DR-2023-017.", "DR-2023-017")]
    [InlineData("(DR-2023-017)", "DR-2023-017")]
    [InlineData("Sak DR-2023-017/", "DR-2023-017")]
    [InlineData("jf. 23/4711, der", "23/4711")]
    public void is_not_the_case_with_a_number_of_a_case_of_the_municipality(string text, string number)
    {
        var fault = Faults(text).ShouldHaveSingleItem();
        (fault.Code, fault.Value).ShouldBe(("case_number", number));
    }

    [Fact]
    public void says_nothing_of_a_number_that_no_case_has() => Faults("Se sak DR-2023-018").ShouldBeEmpty();

    [Fact]
    public void names_every_kind_at_once() =>
        Faults("DR-2023-017 og 23/4711: 010190-1234, kari@example.no, 22 33 44 55")
            .Select(fault => fault.Code)
            .ShouldBe(["national_identity_number", "email_address", "telephone_number", "case_number", "case_number"]);

    [Fact]
    public void looks_up_words_with_a_digit_once_each() =>
        GeneralForm.Numbers("A-1, a1, A-1. B2/ ingen 17 2023 12345 §11").ShouldBe(["A-1", "a1", "B2", "12345"]);

    // A body may have a million characters, and the length is a fault only after all are named.
    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("x.")]
    [InlineData("@x")]
    [InlineData("1 ")]
    public void is_told_of_the_longest_text_in_no_time(string piece)
    {
        var clock = Stopwatch.StartNew();
        _ = Faults(string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length))).Count();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
