using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain.Reports;

namespace Ombud.Projections.Comparisons;

/// <summary>
/// The cases that may make a period's figures differ between two moments. Every figure is counted over rows, so such a case has a row
/// of the period that began or ended between the two; or a deadline whose last day did.
/// </summary>
internal static class ChangedCases
{
    private const string Between = "((recorded_from > @earlier and recorded_from <= @later) or (recorded_to > @earlier and recorded_to <= @later))";

    public static async Task<IReadOnlyList<Guid>> IdsAsync(
        NpgsqlDataSource database, string tenant, ReportingPeriod period, (Instant Earlier, Instant Later) moments, (LocalDate Earlier, LocalDate Later) judged, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var found = await connection.QueryAsync<Guid>(new CommandDefinition(
            $"""
             select stream_id from ombud.case_register where tenant_id = @tenant and received_on between @from and @cutOff and {Between}
             union
             select stream_id from ombud.case_flow where tenant_id = @tenant and opened_on <= @cutOff and coalesce(closed_on >= @from, true) and {Between}
             union
             select stream_id from ombud.response_deadlines
             where tenant_id = @tenant and requested_on <= @cutOff and ({Between} or (recorded_to > @later and late_after >= @judgedEarlier and late_after < @judgedLater))
             """,
            new
            {
                tenant, from = period.From.ToDateOnly(), cutOff = period.CutOff.ToDateOnly(),
                earlier = moments.Earlier.ToDateTimeUtc(), later = moments.Later.ToDateTimeUtc(),
                judgedEarlier = judged.Earlier.ToDateOnly(), judgedLater = judged.Later.ToDateOnly(),
            }, cancellationToken: cancel));
        return [.. found];
    }
}
