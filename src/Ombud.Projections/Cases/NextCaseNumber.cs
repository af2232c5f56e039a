using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Cases;

/// <summary>
/// Gives numbers without gaps. The next follows the greatest of its series that a case has now, be it voided, and whoever gave it. Those
/// who ask take turns until their transactions end, so that what is rolled back has taken none.
/// </summary>
public static class NextCaseNumber
{
    /// <summary>
    /// The greatest number of a series. Of numbers of one length the greatest text is it; so the index is asked once for each length,
    /// however many numbers there are. What begins with the series' text and a digit lies between <c>$4</c> and <c>$5</c>.
    /// </summary>
    internal const string LastSql = """
        select number from generate_series($2::int, $3::int) as lengths (length)
        cross join lateral (
            select number from ombud.case_register
            where tenant_id = $1 and number_length = length and number ~>=~ $4 and number ~<~ $5 and number ~ $6
                and recorded_to = 'infinity'
            order by number using ~>~ limit 1
        ) as last
        order by length desc limit 1
        """;

    /// <summary>What is received without a number gets the next one of its year, where the municipality has them given.</summary>
    /// <returns>The events with it; null where they need none.</returns>
    public static async Task<IReadOnlyList<object>?> GiveAsync(
        CommandSession session,
        IReadOnlyList<object> events,
        CancellationToken cancel
    ) =>
        events is [CaseReceived { Number: null } received, ..] && session.Municipality?.CaseNumbers is { } numbers
            ? [received with { Number = await OfAsync(session, numbers, received.OccurredOn, cancel) }, .. events.Skip(1)]
            : null;

    private static async Task<string> OfAsync(CommandSession session, CaseNumbers numbers, LocalDate receivedOn, CancellationToken cancel)
    {
        var series = numbers.Of(receivedOn.Year);
        var last = await session.AskInTurnAsync(
            $"case number {series.Before} {series.After}",
            tenant => Last(tenant, series),
            async (row, stop) => await row.ReadAsync(stop) ? row.GetString(0) : null,
            cancel
        );
        return series.NumberAfter(last);
    }

    private static NpgsqlBatchCommand Last(string tenant, CaseNumberSeries series) =>
        new(LastSql)
        {
            Parameters =
            {
                Text(tenant),
                new NpgsqlParameter<int> { TypedValue = series.ShortestNumber },
                new NpgsqlParameter<int> { TypedValue = series.LongestNumber },
                Text($"{series.Before}0"),
                // The character after 9.
                Text($"{series.Before}:"),
                Text(series.Expression),
            },
        };

    private static NpgsqlParameter Text(string value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value };
}
