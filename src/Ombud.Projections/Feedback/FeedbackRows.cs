using NodaTime;
using Ombud.Domain.Feedback;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Feedback;

/// <summary>One row for each piece of feedback, and one for each time that somebody was presented with it.</summary>
public static class FeedbackRows
{
    public static ReadModel<FeedbackItem, FeedbackRow> Feedback { get; } =
        new(
            "feedback",
            state => [new(state.DraftedOn, state.Text, state.ServiceArea, state.Cases, state.Extraordinary)],
            _ => "",
            [new("history", "(tenant_id, recorded_from)")]
        );

    public static ReadModel<FeedbackItem, FeedbackPresentationRow> Presentations { get; } =
        new("feedback_presentations", PresentationsOf, row => $"{row.Place}", [new("history", "(tenant_id, recorded_from)")]);

    private static IEnumerable<FeedbackPresentationRow> PresentationsOf(FeedbackItem state) =>
        state
            .Administration.Select(each => (each.OccurredOn, Body: (string?)null, each.Unit, each.Basis, each.Volume))
            .Concat(
                state.Presentations.Select(each =>
                    (each.OccurredOn, Body: (string?)each.Body, Unit: (string?)null, each.Basis, each.Volume)
                )
            )
            .Select((each, i) => new FeedbackPresentationRow(i, each.OccurredOn, each.Body, each.Unit, each.Basis, each.Volume));
}

public sealed record FeedbackRow(LocalDate DraftedOn, string Text, string? ServiceArea, IReadOnlyList<Guid> Cases, string? Extraordinary);

/// <summary>A presentation of feedback to the administration or to a body.</summary>
/// <param name="Place">Counted from 0, the administration first.</param>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="Body">The body that was presented with it; null where it was the administration.</param>
/// <param name="Unit">The unit of the administration that was, where it was one.</param>
/// <param name="Basis">How many cases it rested on then.</param>
/// <param name="Volume">How many it drew on then.</param>
public sealed record FeedbackPresentationRow(int Place, LocalDate PresentedOn, string? Body, string? Unit, int Basis, int Volume);
