using NodaTime;
using Ombud.Api.Pdf;
using Ombud.Api.Tests.Reports;

namespace Ombud.Api.Tests.Pdf;

/// <summary>Pages that do not fit as they are.</summary>
public sealed class WritingAnyPage
{
    private static readonly Instant Moment = Instant.FromUtc(2023, 6, 13, 13, 0);

    [Fact]
    public void no_row_is_lost_where_a_table_goes_on_over_pages_and_each_page_has_its_headings()
    {
        using var pdf = Written(Table(["Navn", "Antall"], Enumerable.Range(1, 300).Select(i => new[] { $"rad{i:000}", $"{i}" })));
        pdf.Pages.Count.ShouldBeGreaterThan(4);
        foreach (var i in Enumerable.Range(1, 300))
            pdf.Text.Split($"rad{i:000}{i}").Length.ShouldBe(2, $"row {i}");
        foreach (var page in pdf.Pages)
            page.ShouldContain("NavnAntall");
        // Once for those who hear it.
        pdf.Count("/Scope/Column").ShouldBe(2);
    }

    [Fact]
    public void a_row_that_is_taller_than_a_page_goes_on()
    {
        var words = Enumerable.Range(1, 3000).Select(i => $"ord{i:0000}").ToList();
        using var pdf = Written(
            Table(
                ["Navn", "Ord"],
                [
                    ["En", string.Join(' ', words)],
                ]
            )
        );
        pdf.Pages.Count.ShouldBeGreaterThan(1);
        foreach (var word in words)
            pdf.Text.ShouldContain(word);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(90)]
    public void no_column_is_lost_where_there_are_too_many(int columns)
    {
        var headings = Enumerable.Range(1, columns).Select(i => $"Sen eller manglende tilbakemelding {i:00}").Prepend("Område").ToArray();
        var row = Enumerable.Range(1, columns).Select(i => $"{10_000 + i}").Prepend("Helse").ToArray();
        using var pdf = Written(Table(headings, [row]));
        foreach (var text in headings.Concat(row))
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(text));
    }

    [Fact]
    public void a_word_that_is_wider_than_the_page_is_broken()
    {
        var word = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:00}"));
        using var pdf = Written(
            $"<p>{word}</p>"
                + Table(
                    ["Navn", "Avtrykk"],
                    [
                        [word, word],
                    ]
                )
        );
        pdf.Text.Split(word).Length.ShouldBe(4);
    }

    [Fact]
    public void letters_that_the_font_has_not_are_told_by_a_sign()
    {
        using var pdf = Written("<p>Čáhcesuolu, Ærø, Łódź, Київ, 漢字 🙂</p>");
        pdf.Text.ShouldContain("Čáhcesuolu,Ærø,Łódź,Київ,");
        pdf.Text.ShouldContain("\ufffd");
        pdf.Text.ShouldNotContain("漢");
    }

    [Fact]
    public void a_word_that_looks_like_the_inside_of_the_file_changes_nothing()
    {
        const string words = "endobj startxref 12 (a) \\ <b> /FontName/ABCDEF+Noto stream";
        using var pdf = Written($"<h2>{System.Net.WebUtility.HtmlEncode(words)}</h2>");
        pdf.Text.ShouldContain(ReadingPdf.Squeezed(words));
        pdf.Bookmarks.ShouldBe([words]);
    }

    [Fact]
    public void what_serves_only_the_screen_is_left_out()
    {
        using var pdf = Written("<nav>Språk</nav><form>Velg</form><div>Løs tekst <strong>her</strong><p>og her</p></div>");
        pdf.Text.ShouldContain("Løstekstherogher");
        pdf.Text.ShouldNotContain("Språk");
        pdf.Text.ShouldNotContain("Velg");
    }

    [Theory]
    [InlineData("<path d=\"M0 0V83\"></path>")]
    [InlineData("<defs><pattern id=\"p\"></pattern></defs>")]
    public void a_drawing_of_other_forms_is_left_out(string shape)
    {
        using var pdf = Written($"<figure><svg viewBox=\"0 0 9 9\"><title>Tid</title><desc>Ord</desc>{shape}</svg></figure><p>Etter</p>");
        pdf.Text.ShouldContain("Etter");
        pdf.Count("/S/Figure").ShouldBe(0);
    }

    private static ReadingPdf Written(string main) =>
        new(
            PagePdf.Of($"<!DOCTYPE html><html lang=\"nb\"><head><title>Prøve</title></head><body><main>{main}</main></body></html>", Moment)
        );

    private static string Table(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) =>
        $"<table><thead><tr>{string.Concat(head.Select(text => $"<th>{text}</th>"))}</tr></thead><tbody>"
        + string.Concat(
            rows.Select(row =>
                $"<tr>{string.Concat(row.Select((text, i) => i == 0 ? $"<th>{text}</th>" : $"<td class=\"number\">{text}</td>"))}</tr>"
            )
        )
        + "</tbody></table>";
}
