using Ombud.Domain.Reports;

namespace Ombud.Domain.ReportTexts;

/// <summary>
/// What may be written in a report. Nothing that is published changes by it: a report keeps the version that it was published with.
/// </summary>
public static class ReportTextDecider
{
    /// <summary>Sections of one text: far more than any report has.</summary>
    public const int MostSections = 100;

    private static readonly ReportTextInvariants Invariants = new();

    public static Decision Decide(ReportText? state, ReportTextCommand command, FollowUpChecks check, TextRules rules) =>
        (state, command) switch
        {
            (null, BeginReportText c) => Begin(c, check),
            (null, _) => ReportTextRefusals.NotFound,
            (_, BeginReportText) => ReportTextRefusals.AlreadyBegun,

            (_, WriteReportText c) => Write(state, c, check, rules),
            (_, RemoveReportText c) => Named(c.Section, c.Table, c.FindingId, check.Within(c))
                .Otherwise(() =>
                    check.Record("section", state, new ReportTextRemoved(check.DayUnlessGiven, c.Section, c.Table, c.FindingId), Invariants)
                ),
            (_, WithdrawReportTextEntry c) => check
                .Within(c)
                .Withdraw(state, c, (before, instead, day) => Decide(before, instead, check.On(day), rules), Invariants),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Begin(BeginReportText c, FollowUpChecks check)
    {
        check
            .Within(c)
            .When(
                c.Language is not null && !Phrase.Languages.Contains(c.Language),
                new("language", "unknown_language", $"Give {Phrase.AnyLanguage}.") { Value = c.Language }
            );
        check.When(
            c.To < c.From,
            new("to", "before_start", $"The period ends before it starts on {c.From:uuuu-MM-dd}.") { Value = $"{c.To:uuuu-MM-dd}" }
        );
        foreach (var fault in ReportCalendar.Mismatch(c.Kind, c.From, c.To, check.Municipality))
            check.Add(fault);
        return check.Then(() => new ReportTextBegun(check.DayUnlessGiven, c.Kind, c.From, c.To, c.Language ?? check.Municipality.Language));
    }

    private static Decision Write(ReportText state, WriteReportText c, FollowUpChecks check, TextRules rules)
    {
        var finding = c.Section == TextSection.Finding ? c.FindingId ?? Guid.CreateVersion7() : (Guid?)null;
        var heading = c.Section == TextSection.Finding ? c.Heading?.Trim() : null;
        Named(c.Section, c.Table, finding, check.Within(c))
            .Required("markdown", c.Markdown, "Say what the section says; to take it out, remove it.")
            .When(
                c.Section == TextSection.Finding && string.IsNullOrWhiteSpace(c.Heading),
                new("heading", "required", "Give the finding a heading.")
            );
        foreach (var (field, given) in new[] { ("findingId", $"{c.FindingId}"), ("heading", c.Heading), ("place", $"{c.Place}") })
            check.When(
                c.Section != TextSection.Finding && given is { Length: > 0 },
                new(field, "not_applicable", "Only a finding has it; leave this out.") { Value = given }
            );
        foreach (var fault in rules.Markdown(c.Markdown).Concat(GeneralForm.Faults("heading", c.Heading ?? "", rules.IsCaseNumber)))
            check.Add(fault);
        var tables = rules.Tables(check.Municipality);
        return check
            .When(
                c is { Section: TextSection.Comment, Table: { } table } && !tables.Contains(table),
                new("table", "unknown_table", $"There are: {string.Join(", ", tables)}.") { Value = c.Table }
            )
            .When(
                state.Sections >= MostSections && !state.Has(c.Section, c.Table, finding),
                new("section", "too_many", $"A text has at most {MostSections} sections.")
            )
            .Otherwise(() =>
            {
                var written = new ReportTextWritten(check.DayUnlessGiven, c.Section, c.Markdown, c.Table, finding, heading, c.Place);
                // The same again is a retry, not a second fact.
                return state.Says(written) ? Decision.Nothing : Decision.Record(written);
            });
    }

    /// <summary>Which section is meant must be clear, and no more than that be given.</summary>
    private static FollowUpChecks Named(TextSection section, string? table, Guid? finding, FollowUpChecks check) =>
        check
            .When(section == TextSection.Comment && table is null, new("table", "required", "Name the table that it is a comment on."))
            .When(
                section != TextSection.Comment && table is not null,
                new("table", "not_applicable", "Only a comment is on a table; leave this out.") { Value = table }
            )
            .When(section == TextSection.Finding && finding is null, new("findingId", "required", "Name the finding by its id."))
            .When(
                section != TextSection.Finding && finding is not null,
                new("findingId", "not_applicable", "Only a finding has it; leave this out.") { Value = $"{finding}" }
            );
}
