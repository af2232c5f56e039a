using Dapper;
using NodaTime;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Feedback;

/// <summary>A piece of feedback with the cases behind it, counted as they were known.</summary>
/// <param name="Basis">How many of its cases the ombud has reviewed the handling of.</param>
/// <param name="Volume">How many cases it draws on; voided ones are none.</param>
public sealed record FeedbackLine(
    Guid Id,
    FeedbackRow Feedback,
    int Basis,
    int Volume,
    IReadOnlyList<FeedbackPresentationRow> Presentations
);

/// <summary>Queries over feedback.</summary>
public sealed class FeedbackQueries(TenantDatabase database)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<FeedbackLine>> ListAsync(string tenant, Instant? asOf, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var feedback = await RowReader.AllAsync(connection, FeedbackRows.Feedback, tenant, asOf, cancel);
        var presentations = (await RowReader.AllAsync(connection, FeedbackRows.Presentations, tenant, asOf, cancel)).ToLookup(
            each => each.Stream,
            each => each.Row
        );
        var cases = (
            await connection.QueryAsync<(Guid Id, bool Reviewed)>(
                new CommandDefinition(
                    $"""
                    select stream_id, handling_reviewed_on is not null from ombud.case_register
                    where tenant_id = @tenant and {Known.AsOf(asOf)} and {CaseRegister.Counted} and stream_id = any(@ids)
                    """,
                    new
                    {
                        tenant,
                        asOf,
                        ids = feedback.SelectMany(each => each.Row.Cases).Distinct().ToArray(),
                    },
                    cancellationToken: cancel
                )
            )
        ).ToDictionary(each => each.Id, each => each.Reviewed);
        return
        [
            .. feedback
                .Select(each => new FeedbackLine(
                    each.Stream,
                    each.Row,
                    each.Row.Cases.Count(id => cases.GetValueOrDefault(id)),
                    each.Row.Cases.Count(cases.ContainsKey),
                    [
                        .. presentations[each.Stream]
                            .OrderBy(presentation => presentation.PresentedOn)
                            .ThenBy(presentation => presentation.Place),
                    ]
                ))
                .OrderByDescending(each => each.Feedback.DraftedOn)
                .ThenByDescending(each => each.Id),
        ];
    }
}
