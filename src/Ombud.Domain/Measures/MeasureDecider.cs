namespace Ombud.Domain.Measures;

/// <summary>What may be logged about a measure.</summary>
public static class MeasureDecider
{
    private static readonly MeasureInvariants Invariants = new();

    public static Decision Decide(Measure? state, MeasureCommand command, FollowUpChecks check) =>
        (state, command) switch
        {
            (null, RegisterMeasure c) => Log(
                null,
                c.ToEntry(),
                check
                    .Within(c)
                    .Required("title", c.Title, "Say what is done.")
                    .Recommendations("recommendations", c.Recommendations ?? [])
                    .Report("reportId", c.ReportId),
                c
            ),
            (null, _) => MeasureRefusals.NotFound,
            (_, RegisterMeasure) => MeasureRefusals.AlreadyRegistered,

            // The same again is a retry, not a second fact.
            (_, LogFollowUp c) when Stands(state, c, check) => Decision.Nothing,
            (_, LogFollowUp c) => Log(
                state,
                c,
                check
                    .Within(c)
                    .AtLeastOne(
                        "status",
                        "Give what has changed: status, window, percent, note or another field.",
                        c.Status,
                        c.Title,
                        c.Unit,
                        c.Window,
                        c.Percent,
                        c.StartedOn,
                        c.CompletedOn,
                        c.Recurrence,
                        c.Note
                    )
            ),

            (_, LinkMeasure c) => check
                .Within(c)
                .Some("recommendations", c.Recommendations)
                .Recommendations("recommendations", c.Recommendations)
                .NotAfterToday("linkedOn", c.LinkedOn)
                .Then(() =>
                    c.Recommendations.Except(state.Recommendations).ToList() is { Count: > 0 } further
                        ? new MeasureLinked(c.LinkedOn ?? check.DayUnlessGiven, further)
                        : new List<object>()
                ),
            (_, UnlinkMeasure c) => check
                .Within(c)
                .Reason(c.Reason)
                .Record("recommendationId", state, new MeasureUnlinked(check.DayUnlessGiven, c.RecommendationId, c.Reason), Invariants),
            (_, WithdrawMeasureEntry c) => check
                .Within(c)
                .Withdraw(state, c, (before, instead, day) => Decide(before, instead, check.On(day)), Invariants),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Log(Measure? state, LogFollowUp c, FollowUpChecks check, RegisterMeasure? first = null)
    {
        var (reasons, on) = (c.Reasons ?? [], c.LoggedOn ?? check.DayUnlessGiven);
        var completed = c.CompletedOn ?? (c.Status == MeasureStatus.Completed ? on : null);
        var entry = new AdministrationFollowUpLogged(
            on,
            c.Title,
            c.Unit,
            c.Status,
            c.Window?.Read(),
            reasons,
            c.Percent,
            c.StartedOn,
            completed,
            c.Recurrence,
            c.Note,
            first?.Recommendations,
            first?.ReportId
        );
        // What the measure would say with it: an entry about an earlier round may lie before the start of the latest.
        var after = Measure.Evolve(state, entry);
        var backwards = completed < c.StartedOn || after.CompletedOn < after.StartedOn;
        foreach (var fault in c.Window?.Faults("window") ?? [])
            check.Add(fault);
        return check
            .When(
                c.Title is not null && string.IsNullOrWhiteSpace(c.Title) && first is null,
                new("title", "required", "Say what is done, or leave it out.")
            )
            .Code("unit", c.Unit, check.Municipality.Units, on)
            .General("note", c.Note)
            .EachOnce("reasons", reasons)
            .When(c.Status == MeasureStatus.Postponed && reasons.Count == 0, new("reasons", "required", "Say why it was postponed."))
            .When(c.Status == MeasureStatus.Rescheduled && c.Window is null, new("window", "required", "Say when it is to be done now."))
            .When(
                c.Status == MeasureStatus.Rescheduled && reasons.Count == 0 && state?.Slips is not [.., { To: null }],
                new("reasons", "required", "Say why it was rescheduled.")
            )
            .When(
                c.Status == MeasureStatus.Abandoned && string.IsNullOrWhiteSpace(c.Note) && reasons.Count == 0,
                new("note", "required", "Say why it was abandoned.")
            )
            .When(
                c.CompletedOn is not null && (c.Status ?? state?.Status) != MeasureStatus.Completed,
                new("completedOn", "not_applicable", "Only what is completed has such a day: give the status completed too.")
            )
            .NotAfterToday("startedOn", c.StartedOn)
            .NotAfterToday("completedOn", c.CompletedOn)
            .NotAfterToday("loggedOn", c.LoggedOn)
            .When(
                backwards && completed is not null,
                new(
                    "completedOn",
                    "before_start",
                    $"It was completed before it was started on {c.StartedOn ?? after.StartedOn:uuuu-MM-dd}."
                )
                {
                    Value = $"{completed:uuuu-MM-dd}",
                }
            )
            .When(
                backwards && completed is null,
                new("startedOn", "after_completion", $"It was completed on {after.CompletedOn:uuuu-MM-dd}, before it was started.")
                {
                    Value = $"{c.StartedOn:uuuu-MM-dd}",
                }
            )
            .Then(() => entry);
    }

    private static bool Stands(Measure state, LogFollowUp c, FollowUpChecks check) =>
        state.Log.LastOrDefault(entry => entry.OccurredOn == (c.LoggedOn ?? check.DayUnlessGiven)) is { } said
        && said.Status == c.Status
        && said.Title == c.Title
        && said.Unit == c.Unit
        && said.Percent == c.Percent
        && said.StartedOn == c.StartedOn
        && (c.CompletedOn is null || said.CompletedOn == c.CompletedOn)
        && said.Recurrence == c.Recurrence
        && said.Note == c.Note
        && said.Reasons.SequenceEqual(c.Reasons ?? [])
        // A window with faults reads as none.
        && (c.Window is null ? said.Window is null : c.Window.Read() is { } read && read == said.Window);
}
