using Ombud.Domain;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class WritingATerm
{
    [Theory]
    [InlineData("P14D", 14, TermUnit.Days)]
    [InlineData("P3W", 3, TermUnit.Weeks)]
    [InlineData("P1M", 1, TermUnit.Months)]
    [InlineData("P8WD", 8, TermUnit.WorkingDays)]
    [InlineData("P9999D", 9999, TermUnit.Days)]
    [InlineData("P1Y", 1, TermUnit.Years)]
    [InlineData("P99Y", 99, TermUnit.Years)]
    public void reads_what_it_writes(string text, int count, TermUnit unit)
    {
        Term.Parse(text).ShouldBe(new Term(count, unit));
        new Term(count, unit).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("14D")]
    [InlineData("P14")]
    [InlineData("PD")]
    [InlineData("P0D")]
    [InlineData("P01D")]
    [InlineData("P-1D")]
    [InlineData("P+1D")]
    [InlineData("P1.5D")]
    [InlineData("P10000D")]
    [InlineData("P0Y")]
    [InlineData("P100Y")]
    [InlineData("P1Q")]
    [InlineData("P1WY")]
    [InlineData("P1M2D")]
    [InlineData("P1DW")]
    [InlineData("PT24H")]
    [InlineData("p1m")]
    [InlineData("P1m")]
    [InlineData(" P1M")]
    [InlineData("P1M ")]
    [InlineData("P1M\n")]
    [InlineData("P١M")]
    public void is_not_read_where_it_is_something_else(string text) => Term.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("P1D", "1 dag", "1 dag", "1 dag", "1 day")]
    [InlineData("P14D", "14 dager", "14 dagar", "14 dage", "14 days")]
    [InlineData("P1W", "1 uke", "1 veke", "1 uge", "1 week")]
    [InlineData("P3W", "3 uker", "3 veker", "3 uger", "3 weeks")]
    [InlineData("P1M", "1 måned", "1 månad", "1 måned", "1 month")]
    [InlineData("P3M", "3 måneder", "3 månader", "3 måneder", "3 months")]
    [InlineData("P1Y", "1 år", "1 år", "1 år", "1 year")]
    [InlineData("P3Y", "3 år", "3 år", "3 år", "3 years")]
    [InlineData("P1WD", "1 virkedag", "1 virkedag", "1 arbejdsdag", "1 working day")]
    [InlineData("P8WD", "8 virkedager", "8 virkedagar", "8 arbejdsdage", "8 working days")]
    public void is_said_in_each_language(string text, string nb, string nn, string da, string en)
    {
        var term = Term.Parse(text)!;
        Phrase.Languages.Select(term.In).ShouldBe([nb, nn, da, en]);
    }
}
