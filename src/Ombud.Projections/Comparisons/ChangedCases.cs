using Dapper;
using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Flow;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>
/// The cases that may make a period's figures differ between two moments. Every figure is counted over rows, so such a case has a row
/// of the period that began or ended between the two; or a deadline whose last day did.
/// </summary>
internal static class ChangedCases
{
    private static readonly string Entered = $"""
        select stream_id from {Known.Changed("ombud.case_register")} where tenant_id = @tenant and received_on between @from and @cutOff
        union
        select stream_id from {Known.Changed("ombud.case_people")} where tenant_id = @tenant and received_on between @from and @cutOff
        union
        select stream_id from {Known.Changed("ombud.case_flow")} where tenant_id = @tenant and {CaseFlow.Open} and opened_on <= @cutOff
        union
        select stream_id from {Known.Changed("ombud.case_flow")}
        where tenant_id = @tenant and {CaseFlow.Closed} and opened_on <= @cutOff and closed_on >= @from
        union
        select stream_id from {Known.Changed("ombud.response_deadlines")}
        where tenant_id = @tenant and {ResponseDeadlines.Outstanding} and requested_on <= @cutOff
        union
        select stream_id from {Known.Changed("ombud.response_deadlines")}
        where tenant_id = @tenant and not ({ResponseDeadlines.Outstanding}) and requested_on <= @cutOff
        """;

    private const string Ended = "requested_on <= @cutOff and late_after >= @judgedEarlier and late_after < @judgedLater";

    public static async Task<IReadOnlyList<Guid>> IdsAsync(
        TenantDatabase database,
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        (Instant Earlier, Instant Later) moments,
        (LocalDate Earlier, LocalDate Later) judged,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await connection.QueryAsync<Guid>(
            new CommandDefinition(
                Sql(judged, moments.Later, own: municipality.HasReplyTargets),
                new
                {
                    tenant,
                    period.From,
                    period.CutOff,
                    moments.Earlier,
                    moments.Later,
                    asOf = moments.Later,
                    judgedEarlier = judged.Earlier,
                    judgedLater = judged.Later,
                    ownSince = OwnReplies.Since(municipality, judged.Earlier),
                },
                cancellationToken: cancel
            )
        );
        return [.. found];
    }

    internal static string Sql((LocalDate Earlier, LocalDate Later) judged, Instant later, bool own = false) =>
        judged.Earlier < judged.Later ? $"{Entered} union {Judged(later)}{(own ? $" union {Own(later)}" : "")}" : Entered;

    /// <summary>Inquiries whose targets for the ombud's own replies may have ended between the two days.</summary>
    private static string Own(Instant later) =>
        $"""
            select stream_id from ombud.case_register
            where tenant_id = @tenant and {Known.AsOf(
                later
            )} and received_on between greatest(@from, @ownSince) and least(@cutOff, @judgedLater)
            """;

    /// <summary>Deadlines whose last day ended. What was met or waived by the cut-off is not judged by a day.</summary>
    private static string Judged(Instant later) =>
        $"""
            select stream_id from {Known.ByLength("ombud.response_deadlines", later)}
            where tenant_id = @tenant and {Known.AsOf(later)} and {ResponseDeadlines.Outstanding} and {Ended}
            union
            select stream_id from ombud.response_deadlines
            where tenant_id = @tenant and {Known.AsOf(later)} and {ResponseDeadlines.Over}
                  and {ResponseDeadlines.OverOn} > @cutOff and {Ended}
            """;
}
