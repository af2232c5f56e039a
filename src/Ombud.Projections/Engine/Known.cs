using NodaTime;

namespace Ombud.Projections.Engine;

/// <summary>The condition that picks the rows known at a moment.</summary>
public static class Known
{
    /// <summary>SQL over a table's interval; it refers to the parameter <c>@asOf</c> where a moment is given.</summary>
    public static string AsOf(Instant? moment) =>
        // Said apart, so that the indexes over current rows serve what is asked most.
        moment is null ? "recorded_to = 'infinity'" : "recorded_from <= @asOf and recorded_to > @asOf";
}
