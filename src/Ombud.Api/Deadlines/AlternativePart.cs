using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>Another due date, which holds if a day moves the deadline of which that is not settled.</summary>
/// <param name="DueOn">The last day then.</param>
/// <param name="Why">Which days it is about, and why that is not settled.</param>
public sealed record AlternativePart(LocalDate DueOn, string Why)
{
    /// <returns>Null where there are none.</returns>
    public static IReadOnlyList<AlternativePart>? Of(IReadOnlyList<DueDateBasis> bases, string country, string language) =>
        Alternative.Of(bases, country) is { Count: > 0 } found
            ? [.. found.Select(each => new AlternativePart(each.DueOn, each.Why.In(language)))]
            : null;
}
