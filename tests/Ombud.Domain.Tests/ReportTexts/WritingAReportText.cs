using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;

namespace Ombud.Domain.Tests.ReportTexts;

/// <summary>What the office writes in a report before it is published. Today is 13 June 2023.</summary>
public sealed class WritingAReportText
{
    private static readonly Guid Late = new("a1000000-0000-4000-8000-000000000001");
    private static readonly Guid Silent = new("a1000000-0000-4000-8000-000000000002");
    private static readonly ReportTextBegun Beginning = new(References.Today, ReportKind.Status, new(2023, 1, 1), new(2023, 6, 13), "nb");

    [Fact]
    public void begins_in_the_municipalitys_language_unless_another_is_given()
    {
        Decide(null, Begin).ShouldRecord(Beginning);
        Decide(null, Begin with { Language = "en" }).ShouldRecord(Beginning with { Language = "en" });
        Decide(null, Begin with { Language = "sv" }).ShouldHaveFaults("language unknown_language");
    }

    [Fact]
    public void begins_for_a_period_that_a_report_of_the_kind_can_have()
    {
        Decide(null, Begin with { Kind = ReportKind.Annual }).ShouldHaveFaults("kind period_mismatch");
        Decide(null, Begin with { To = new(2022, 12, 31) }).ShouldHaveFaults("to before_start");
        Decide(null, new BeginReportText(ReportKind.Annual, new(9999, 1, 1), new(9999, 12, 31))).ShouldHaveFaults("kind period_mismatch");
    }

    [Fact]
    public void is_refused_where_nothing_is_begun_and_begins_once()
    {
        Decide(null, Introduction("Året")).ShouldBeRefused(ReportTextRefusals.NotFound);
        Decide(Of(), Begin).ShouldBeRefused(ReportTextRefusals.AlreadyBegun);
    }

    [Fact]
    public void again_in_the_same_words_records_nothing()
    {
        var state = Of(Introduction("Året"), Comment("by-month", "April"), Finding(Late, "Sent", 2));
        Decide(state, Introduction("Året")).ShouldRecordNothing();
        Decide(state, Comment("by-month", "April")).ShouldRecordNothing();
        Decide(state, Finding(Late, "Sent", 2)).ShouldRecordNothing();
        Decide(state, Finding(Late, "Sent", null)).ShouldRecordNothing();
        Decide(state, Finding(Late, "Sent", 3))
            .ShouldRecord(new ReportTextWritten(References.Today, TextSection.Finding, "Ord", null, Late, "Sent", 3));
        Decide(state, Comment("by-month", "Mai"))
            .ShouldRecord(new ReportTextWritten(References.Today, TextSection.Comment, "Mai", "by-month", null, null, null));
    }

    [Fact]
    public void orders_findings_by_their_places_and_then_as_they_were_written()
    {
        var first = Guid.NewGuid();
        var state = Of(Finding(Late, "Sent", null), Finding(Silent, "Taust", 2), Finding(first, "Først", 1), Finding(Late, "Sen", null));
        state.Findings.Select(each => each.Heading).ShouldBe(["Først", "Taust", "Sen"]);
    }

    [Fact]
    public void names_every_fault_of_a_section_at_once()
    {
        Decide(Of(), new WriteReportText(TextSection.Introduction, " ", "by-month", Late, "Overskrift", 1))
            .ShouldHaveFaults(
                "table not_applicable",
                "markdown required",
                "findingId not_applicable",
                "heading not_applicable",
                "place not_applicable"
            );
        Decide(Of(), new WriteReportText(TextSection.Comment, "Ord")).ShouldHaveFaults("table required");
        Decide(Of(), new WriteReportText(TextSection.Comment, "Ord", "by-moon")).ShouldHaveFaults("table unknown_table");
        Decide(Of(), new WriteReportText(TextSection.Finding, "Ord")).ShouldHaveFaults("heading required");
        Decide(Of(), Finding(Late, "Sak DR-2023-016", 1)).ShouldHaveFaults("heading case_number");
        Decide(Of(), Introduction("!")).ShouldHaveFaults("markdown image");
    }

    [Fact]
    public void has_a_limit_on_length_and_on_sections()
    {
        Decide(Of(), Introduction(new string('a', Limits.Section))).ShouldBeOfType<Decision.Accepted>();
        Decide(Of(), Introduction(new string('a', Limits.Section + 1))).ShouldHaveFaults("markdown too_long");
        var full = Of([.. Enumerable.Range(0, ReportTextDecider.MostSections - 1).Select(_ => Finding(Guid.NewGuid(), "Sent", null))]);
        Decide(full, Introduction("Året")).ShouldBeOfType<Decision.Accepted>();
        full = Of([.. Enumerable.Range(0, ReportTextDecider.MostSections).Select(_ => Finding(Guid.NewGuid(), "Sent", null))]);
        Decide(full, Introduction("Året")).ShouldHaveFaults("section too_many");
        Decide(full, Finding(full.Findings[0].Id, "Annet", null)).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void takes_out_what_is_there_and_refuses_what_is_not()
    {
        var state = Of(Introduction("Året"), Comment("by-month", "April"), Finding(Late, "Sent", 2));
        Decide(state, new RemoveReportText(TextSection.Comment, "by-month"))
            .ShouldRecord(new ReportTextRemoved(References.Today, TextSection.Comment, "by-month", null));
        Decide(state, new RemoveReportText(TextSection.Comment, "flow")).ShouldBeRefused(ReportTextRefusals.NoSuchSection);
        Decide(state, new RemoveReportText(TextSection.Finding)).ShouldHaveFaults("findingId required");
        Decide(state, new RemoveReportText(TextSection.Introduction, "flow", Late))
            .ShouldHaveFaults("table not_applicable", "findingId not_applicable");
        var empty = Of(
            Introduction("Året"),
            Comment("by-month", "April"),
            Finding(Late, "Sent", 2),
            new RemoveReportText(TextSection.Introduction),
            new RemoveReportText(TextSection.Comment, "by-month"),
            new RemoveReportText(TextSection.Finding, FindingId: Late)
        );
        empty.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void is_taken_back_entry_by_entry()
    {
        var state = Of(Introduction("Året"), Introduction("Halvåret"));
        ReportTextFrom(state, new WithdrawReportTextEntry(3, "Wrong draft", null)).Introduction.ShouldBe("Året");
        ReportTextFrom(state, new WithdrawReportTextEntry(3, "Wrong draft", Introduction("Våren"))).Introduction.ShouldBe("Våren");
        Decide(state, new WithdrawReportTextEntry(1, "Wrong period", null)).ShouldBeRefused(Domain.Entries.EntryRefusals.IsBeginning);
        ReportTextFrom(state, new WithdrawReportTextEntry(1, "Wrong period", Begin with { To = new(2023, 6, 30) }))
            .To.ShouldBe(new LocalDate(2023, 6, 30));
    }

    private static readonly BeginReportText Begin = new(ReportKind.Status, new(2023, 1, 1), new(2023, 6, 13));

    private static WriteReportText Introduction(string words) => new(TextSection.Introduction, words);

    private static WriteReportText Comment(string table, string words) => new(TextSection.Comment, words, table);

    private static WriteReportText Finding(Guid id, string heading, int? place) =>
        new(TextSection.Finding, "Ord", null, id, heading, place);

    private static Decision Decide(ReportText? state, ReportTextCommand command) =>
        ReportTextDecider.Decide(state, command, References.Checks(), Rules);

    private static ReportText ReportTextFrom(ReportText state, ReportTextCommand command) =>
        Decide(state, command).ShouldBeOfType<Decision.Accepted>().Events.Aggregate(state, ReportText.Evolve);

    private static ReportText Of(params ReportTextCommand[] commands) =>
        commands.Aggregate(ReportText.Evolve(null, Beginning), ReportTextFrom);

    internal static readonly TextRules Rules = new(
        number => number == "DR-2023-016",
        _ => ["by-month", "flow"],
        markdown => markdown == "!" ? [new("markdown", "image", "Line 1, column 1: Images are not taken.")] : []
    );
}
