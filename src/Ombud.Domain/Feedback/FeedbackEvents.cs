using NodaTime;

namespace Ombud.Domain.Feedback;

/// <summary>Something that happened to a piece of feedback to the municipality, which is general and names nobody.</summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record FeedbackEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>The ombud drafted it.</summary>
/// <param name="ServiceArea">The area it is about; null where it is about several.</param>
/// <param name="Cases">The cases it draws on; only those whose handling the ombud has seen are its basis.</param>
/// <param name="Extraordinary">Why one case is enough; null where it is not.</param>
public sealed record FeedbackDrafted(
    LocalDate OccurredOn,
    string Text,
    string? ServiceArea,
    IReadOnlyList<Guid> Cases,
    string? Extraordinary
) : FeedbackEvent(OccurredOn);

/// <summary>It was worded anew, before anybody was presented with it. Null leaves a field as it was.</summary>
public sealed record FeedbackRedrafted(LocalDate OccurredOn, string? Text, string? Extraordinary) : FeedbackEvent(OccurredOn);

/// <summary>It draws on further cases.</summary>
public sealed record BasisCaseAttached(LocalDate OccurredOn, IReadOnlyList<Guid> Cases) : FeedbackEvent(OccurredOn);

/// <summary>The administration was presented with it, as it must be before the political level.</summary>
/// <param name="OccurredOn">The day it was presented.</param>
/// <param name="Unit">The unit that was, a code; absent where it was the management.</param>
/// <param name="Basis">How many cases it rested on then.</param>
/// <param name="Volume">How many it drew on.</param>
public sealed record PresentedToAdministration(LocalDate OccurredOn, string? Unit, int Basis, int Volume) : FeedbackEvent(OccurredOn);

/// <summary>A body was presented with it.</summary>
/// <param name="OccurredOn">The day it was presented.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Basis">How many cases it rested on then.</param>
/// <param name="Volume">How many it drew on then.</param>
public sealed record FeedbackPresented(LocalDate OccurredOn, string Body, int Basis, int Volume) : FeedbackEvent(OccurredOn);
