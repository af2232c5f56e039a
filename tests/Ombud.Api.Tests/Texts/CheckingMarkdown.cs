using Ombud.Api.Texts;
using Ombud.Domain;

namespace Ombud.Api.Tests.Texts;

/// <summary>What is wrong with Markdown is named with its line and column.</summary>
public sealed class CheckingMarkdown
{
    [Theory]
    [InlineData("Året var travelt.")]
    [InlineData("# Året\n\n1. **Plan** svarer *sent*\n2. Ingen svarer\n\n> Sitat\n\nSlutt  \nher &amp; der.")]
    [InlineData("Se [loven](https://lovdata.no/lov/1967-02-10) og [skriv til oss](mailto:ombudet@drammen.kommune.no).")]
    [InlineData("Se [loven][1].\n\n[1]: https://lovdata.no/lov")]
    [InlineData("2 < 3, a\\<b og 5 > 4")]
    [InlineData("I 2022 og 2023 kom 1999 saker, 35,5 %.")]
    public void takes_what_offices_write(string markdown) => Faults(markdown).ShouldBeEmpty();

    [Theory]
    [InlineData("Året <b>var</b> travelt", "raw_html", "Line 1, column 6; line 1, column 12: ")]
    [InlineData("Året\n\n<script>alert(1)</script>", "raw_html", "Line 3, column 1: ")]
    [InlineData("Året\n\n<!-- skjult -->", "raw_html", "Line 3, column 1: ")]
    [InlineData("Året\n\n- a\n- b <img src=x onerror=alert(1)>", "raw_html", "Line 4, column 5: ")]
    [InlineData("Se ![bilde](https://drammen.no/x.png)", "image", "Line 1, column 4: ")]
    [InlineData("Se ![bilde][1]\n\n[1]: https://drammen.no/x.png", "image", "Line 1, column 4: ")]
    [InlineData("Se [her](javascript:alert(1))", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](JaVaScRiPt:alert(1))", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](java&#115;cript:alert(1))", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](&#x6A;avascript:alert(1))", "link", "Line 1, column 4: ")]
    [InlineData("Se\n\n[her][1]\n\n[1]: javascript:alert(1)", "link", "Line 3, column 1; line 5, column 1: ")]
    [InlineData("Se [her](data:text/html;base64,PHNjcmlwdD4=)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](http://drammen.kommune.no)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](//drammen.kommune.no)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](/v1/cases)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](#months)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her]()", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](vbscript:x) og <ftp://drammen.no/x>", "link", "Line 1, column 4; line 1, column 25: ")]
    [InlineData("Se [her](file:///etc/passwd)", "link", "Line 1, column 4: ")]
    [InlineData("Se [her](https:)", "link", "Line 1, column 4: ")]
    [InlineData("a\n\n```\nkode\n```", "markup", "Line 3, column 1: ")]
    [InlineData("a `kode`", "markup", "Line 1, column 3: ")]
    [InlineData("a\n\n***", "markup", "Line 3, column 1: ")]
    public void names_markup_that_is_not_taken_with_its_place(string markdown, string code, string place)
    {
        var fault = Faults(markdown).ShouldHaveSingleItem();
        (fault.Field, fault.Code).ShouldBe(("markdown", code));
        fault.Detail.ShouldStartWith(place);
    }

    [Theory]
    [InlineData("Skriv\ntil kari@example.no", "email_address", "Line 2, column 5: ")]
    [InlineData("Skriv til <kari@example.no>", "email_address", "Line 1, column 12: ")]
    [InlineData("[kari@example.no](mailto:ombudet@drammen.kommune.no)", "email_address", "Line 1, column 2: ")]
    [InlineData("Skriv til kari&#64;example.no", "email_address", "As it is shown: ")]
    [InlineData("Skriv til kari\\@example.no", "email_address", "As it is shown: ")]
    [InlineData("Han er 010190**12345**", "national_identity_number", "As it is shown: ")]
    [InlineData("Han er 01019012345", "national_identity_number", "Line 1, column 8: ")]
    [InlineData("Ring\r\n\r\n22 33 44 55", "telephone_number", "Line 3, column 1: ")]
    [InlineData("Sak DR-2023-016, og DR-2023-016 igjen", "case_number", "Line 1, column 5; line 1, column 21: ")]
    [InlineData("Sak DR-**2023**-016", "case_number", "As it is shown: ")]
    public void names_what_is_not_general_in_form_with_its_place(string markdown, string code, string place)
    {
        var fault = Faults(markdown).ShouldHaveSingleItem();
        (fault.Field, fault.Code).ShouldBe(("markdown", code));
        fault.Detail.ShouldStartWith(place);
    }

    [Fact]
    public void names_each_kind_once_and_all_kinds_at_once()
    {
        var faults = Faults("<b>a</b> ![b](https://c.no/d) [e](data:f) `g` kari@example.no\n" + string.Concat(Enumerable.Repeat("<i>", 9)));
        faults.Select(fault => fault.Code).ShouldBe(["raw_html", "image", "link", "markup", "email_address"], ignoreOrder: true);
        faults.First(fault => fault.Code == "raw_html").Detail.ShouldContain("; and more: ");
    }

    [Theory]
    [InlineData("[1]: https://lovdata.no/lov")]
    [InlineData("&#32;")]
    public void takes_nothing_that_nobody_would_see(string markdown) => Faults(markdown).ShouldContain(fault => fault.Code == "required");

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a **a ")]
    [InlineData("<")]
    [InlineData("a@")]
    [InlineData("]( ")]
    [InlineData("&#")]
    public void answers_in_time_whatever_it_is_given(string repeated)
    {
        var markdown = string.Concat(Enumerable.Repeat(repeated, Limits.Section / repeated.Length));
        var began = TimeProvider.System.GetTimestamp();
        MarkdownCheck.Faults("markdown", markdown, _ => false);
        MarkdownCheck.Numbers(markdown).Count().ShouldBeLessThan(markdown.Length);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static IReadOnlyList<Fault> Faults(string markdown) =>
        MarkdownCheck.Faults("markdown", markdown, number => number == "DR-2023-016");
}
