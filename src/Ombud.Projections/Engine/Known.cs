using NodaTime;

namespace Ombud.Projections.Engine;

/// <summary>The condition that picks the rows known at a moment.</summary>
public static class Known
{
    /// <summary>
    /// A row's class of length: how long it was known, in an index of rows that mostly come and go. Of rows known for less than some
    /// days only those can be known at a moment that began within so many days before it; so reading them takes as long as there are
    /// rows known then, however long the history before and after. What still holds is a class of its own: it has not ended.
    /// </summary>
    public static ComputedColumn Length { get; } =
        new(
            "known_length",
            "integer",
            "case recorded_to when 'infinity' then 6 "
                + "else width_bucket(recorded_to - recorded_from, '{48:00,192:00,768:00,3072:00,12288:00}'::interval[]) end"
        );

    /// <summary>SQL over a table's interval; it refers to the parameter <c>@asOf</c> where a moment is given.</summary>
    public static string AsOf(Instant? moment) =>
        // Said apart, so that the indexes over current rows serve what is asked most.
        moment is null
            ? "recorded_to = 'infinity'"
            : "recorded_from <= @asOf and recorded_to > @asOf";

    /// <summary>
    /// What to select from under the condition of <see cref="AsOf"/>, where an index of the table leads with the tenant,
    /// <see cref="Length"/> and recorded_from.
    /// </summary>
    public static string ByLength(string table, Instant? moment) =>
        moment is null
            ? table
            : $"""
                (values (0, @asOf - interval '48:00'), (1, @asOf - interval '192:00'), (2, @asOf - interval '768:00'),
                        (3, @asOf - interval '3072:00'), (4, @asOf - interval '12288:00'),
                        (5, '-infinity'), (6, '-infinity')) as lengths (length, since)
                join {table} on {Length.Name} = lengths.length and recorded_from > lengths.since
                """;

    /// <summary>
    /// What to select from for the rows that began or ended after <c>@earlier</c> and up to <c>@later</c>, by the same index. It reads
    /// what began between the two, and of what was known for some days only what began so many days before.
    /// </summary>
    public static string Changed(string table) =>
        $"""
            (values (0, @earlier - interval '48:00'), (1, @earlier - interval '192:00'), (2, @earlier - interval '768:00'),
                    (3, @earlier - interval '3072:00'), (4, @earlier - interval '12288:00'),
                    (5, '-infinity'), (6, @earlier)) as lengths (length, since)
            join {table} on {Length.Name} = lengths.length and recorded_from > lengths.since and recorded_from <= @later
                 and (recorded_from > @earlier or (recorded_to > @earlier and recorded_to <= @later))
            """;
}
