using NodaTime;
using Ombud.Domain.Feedback;

namespace Ombud.Api.Feedback;

/// <summary>A piece of feedback by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Text">The feedback, in general form.</param>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="Cases">The cases that it draws on. Those whose handling was reviewed are its basis.</param>
/// <param name="Extraordinary">Why one case is enough.</param>
/// <param name="Administration">When the administration was presented with it, in order.</param>
/// <param name="Presentations">When bodies were presented with it, in order.</param>
internal sealed record FeedbackView(
    Guid Id,
    long Version,
    string Text,
    string? ServiceArea,
    LocalDate DraftedOn,
    IReadOnlyList<Guid> Cases,
    string? Extraordinary,
    IReadOnlyList<AdministrationPresentation> Administration,
    IReadOnlyList<FeedbackPresentation> Presentations
)
{
    public static FeedbackView Of(Guid id, long version, FeedbackItem state) =>
        new(
            id,
            version,
            state.Text,
            state.ServiceArea,
            state.DraftedOn,
            state.Cases,
            state.Extraordinary,
            [.. state.Administration.Select(each => new AdministrationPresentation(each.OccurredOn, each.Unit, each.Basis, each.Volume))],
            [.. state.Presentations.Select(each => new FeedbackPresentation(each.OccurredOn, each.Body, each.Basis, each.Volume))]
        );
}

/// <summary>The administration was presented with feedback, as it must be before the political level.</summary>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="Unit">The unit that was, a code; absent where it was the management.</param>
/// <param name="Basis">How many cases it rested on then.</param>
/// <param name="Volume">How many it drew on.</param>
internal sealed record AdministrationPresentation(LocalDate PresentedOn, string? Unit, int Basis, int Volume);

/// <summary>A body was presented with feedback.</summary>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Basis">How many cases it rested on then.</param>
/// <param name="Volume">How many it drew on then.</param>
internal sealed record FeedbackPresentation(LocalDate PresentedOn, string Body, int Basis, int Volume);
