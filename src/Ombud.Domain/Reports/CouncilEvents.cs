using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Reports;

/// <summary>
/// A report that was published without Ombud, before the office used it. What the council did with it, and the recommendations in it,
/// are followed up as with any other; its figures are not kept here.
/// </summary>
/// <param name="OccurredOn">The day it was published.</param>
public sealed record ReportRegistered(LocalDate OccurredOn, ReportKind Kind, LocalDate From, LocalDate To, string? Title) : IOccurred;

/// <summary>A report, or the account of what was done about it, was put before a body.</summary>
/// <param name="OccurredOn">The day it was presented.</param>
/// <param name="Body">Code of the body.</param>
/// <param name="Handling">What the body was asked to do with it.</param>
/// <param name="Note">A note, in words.</param>
public sealed record ReportPresented(LocalDate OccurredOn, string Body, Handling Handling, string? Note) : IOccurred;

/// <summary>A body decided on the report and the recommendations in it. It closes none of them.</summary>
/// <param name="OccurredOn">The day it was decided.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Position">What was decided.</param>
/// <param name="Words">The decision as it was worded: "tilslutte sig".</param>
/// <param name="Recommendations">Numbers of those it is about; none means all.</param>
public sealed record CouncilDecided(
    LocalDate OccurredOn,
    string Body,
    CouncilPosition Position,
    string? Words,
    IReadOnlyList<string> Recommendations
) : IOccurred;

/// <summary>A body asked the administration for an account of what is being done.</summary>
/// <param name="DueOn">The day it was asked for by, or null where none was given.</param>
public sealed record CouncilRequestMade(LocalDate OccurredOn, Guid RequestId, string Body, string Text, LocalDate? DueOn) : IOccurred;

/// <summary>The body got its account.</summary>
public sealed record CouncilRequestAnswered(LocalDate OccurredOn, Guid RequestId, string? Note) : IOccurred;

/// <summary>What a body was to do with what it was given.</summary>
public enum Handling
{
    Orientation,

    /// <summary>To say what the council should decide: innstilling, indstilling.</summary>
    Recommendation,
    Decision,
}
