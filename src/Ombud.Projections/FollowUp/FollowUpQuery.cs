using NodaTime;
using Npgsql;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Council;
using Ombud.Projections.Engine;
using Ombud.Projections.Feedback;
using Ombud.Projections.Measures;
using Ombud.Projections.Meetings;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;
using Ombud.Projections.Recommendations;

namespace Ombud.Projections.FollowUp;

/// <summary>What a municipality's streams say of the follow-up, row by row, before it is put together.</summary>
internal sealed record FollowUpRows(
    IReadOnlyList<(Guid Id, PublicationRow Row)> Reports,
    ILookup<Guid, PresentationRow> Presentations,
    ILookup<Guid, DecisionRow> Decisions,
    ILookup<Guid, CouncilRequestRow> Requests,
    IReadOnlyList<(Guid Id, RecommendationRow Row)> Recommendations,
    IReadOnlyList<(Guid Recommendation, AnswerRow Row)> Answers,
    IReadOnlyList<(Guid Id, MeasureRow Row)> Measures,
    ILookup<Guid, SlipRow> Slips,
    IReadOnlyList<(Guid Id, MeetingRow Row)> Meetings,
    ILookup<Guid, FeedbackPresentationRow> FeedbackPresentations
);

/// <summary>The whole follow-up of a municipality as known at a moment, in one round trip.</summary>
public sealed class FollowUpQuery(TenantDatabase database, MunicipalityDirectory directory)
{
    private static readonly string[] Tables =
    [
        PublishedReports.Model.Table,
        CouncilRows.Presentations.Table,
        CouncilRows.Decisions.Table,
        CouncilRows.Requests.Table,
        RecommendationRows.Recommendations.Table,
        RecommendationRows.Answers.Table,
        MeasureRows.Measures.Table,
        MeasureRows.Slips.Table,
        MeetingRows.Model.Table,
        FeedbackRows.Presentations.Table,
    ];

    /// <param name="asOf">What was known then; now, unless it is given.</param>
    /// <param name="readOn">The day whose names and labels it has; that of the moment, unless it is given.</param>
    /// <returns>Null where the municipality is not configured.</returns>
    public async Task<(FollowUpReport FollowUp, Municipality Municipality)?> RunAsync(
        string tenant,
        Instant? asOf,
        string? language,
        CancellationToken cancel,
        LocalDate? readOn = null
    )
    {
        if (await directory.AsOfAsync(tenant, asOf, cancel) is not { } municipality)
            return null;
        municipality = readOn is { } day ? municipality.Read(day) : municipality;
        var (moment, rows) = await ReadAsync(tenant, asOf, cancel);
        return (
            new FollowUpComposer(municipality, rows, municipality.DayOf(moment), language ?? municipality.Language).Compose(tenant, moment),
            municipality
        );
    }

    private async Task<(Instant Moment, FollowUpRows Rows)> ReadAsync(string tenant, Instant? asOf, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        // One snapshot for all of them: a measure must not be there without the recommendation that it answers. Locked before it is taken:
        // who waits for a table that is being swapped must not look into the new one from a moment before the swap.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin isolation level repeatable read read only"),
                new($"lock table {string.Join(", ", Tables.Select(table => $"ombud.{table}"))} in access share mode"),
                new("select clock_timestamp()"),
                RowReader.Select(PublishedReports.Model, tenant, asOf),
                RowReader.Select(CouncilRows.Presentations, tenant, asOf),
                RowReader.Select(CouncilRows.Decisions, tenant, asOf),
                RowReader.Select(CouncilRows.Requests, tenant, asOf),
                RowReader.Select(RecommendationRows.Recommendations, tenant, asOf),
                RowReader.Select(RecommendationRows.Answers, tenant, asOf),
                RowReader.Select(MeasureRows.Measures, tenant, asOf),
                RowReader.Select(MeasureRows.Slips, tenant, asOf),
                RowReader.Select(MeetingRows.Model, tenant, asOf),
                RowReader.Select(FeedbackRows.Presentations, tenant, asOf),
                new("commit"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var moment = asOf ?? reader.GetFieldValue<Instant>(0);
        return (
            moment,
            new(
                await NextAsync(reader, PublishedReports.Model, cancel),
                (await NextAsync(reader, CouncilRows.Presentations, cancel)).ToLookup(each => each.Stream, each => each.Row),
                (await NextAsync(reader, CouncilRows.Decisions, cancel)).ToLookup(each => each.Stream, each => each.Row),
                (await NextAsync(reader, CouncilRows.Requests, cancel)).ToLookup(each => each.Stream, each => each.Row),
                await NextAsync(reader, RecommendationRows.Recommendations, cancel),
                await NextAsync(reader, RecommendationRows.Answers, cancel),
                await NextAsync(reader, MeasureRows.Measures, cancel),
                (await NextAsync(reader, MeasureRows.Slips, cancel)).ToLookup(each => each.Stream, each => each.Row),
                await NextAsync(reader, MeetingRows.Model, cancel),
                (await NextAsync(reader, FeedbackRows.Presentations, cancel)).ToLookup(each => each.Stream, each => each.Row)
            )
        );
    }

    private static async Task<IReadOnlyList<(Guid Stream, TRow Row)>> NextAsync<TState, TRow>(
        NpgsqlDataReader reader,
        ReadModel<TState, TRow> model,
        CancellationToken cancel
    )
        where TRow : notnull
    {
        await reader.NextResultAsync(cancel);
        return await RowReader.ReadAsync(reader, model, cancel);
    }
}
