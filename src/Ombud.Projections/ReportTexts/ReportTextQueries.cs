using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;

namespace Ombud.Projections.ReportTexts;

/// <summary>A version of a text, with all that it says.</summary>
public sealed record TextAtVersion(Guid Id, int Version, ReportText Text);

/// <summary>Queries over the texts of reports.</summary>
public sealed class ReportTextQueries(TenantDatabase database, TenantEventStore store)
{
    /// <summary>The latest periods first.</summary>
    public async Task<IReadOnlyList<(Guid Id, ReportTextRow Text)>> ListAsync(string tenant, Instant? asOf, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return
        [
            .. (await RowReader.AllAsync(connection, ReportTextRows.Model, tenant, asOf, cancel))
                .OrderByDescending(each => each.Row.PeriodTo)
                .ThenByDescending(each => each.Row.PeriodFrom)
                .ThenBy(each => each.Row.Kind)
                .ThenBy(each => each.Row.Language, StringComparer.Ordinal)
                .ThenBy(each => each.Stream),
        ];
    }

    /// <summary>The id of the one text of a report in a language; null where none is begun.</summary>
    public async Task<Guid?> FindAsync(
        string tenant,
        ReportKind kind,
        LocalDate from,
        LocalDate to,
        string language,
        CancellationToken cancel
    ) =>
        (await ListAsync(tenant, null, cancel))
            .Where(each =>
                each.Text.Kind == kind && each.Text.PeriodFrom == from && each.Text.PeriodTo == to && each.Text.Language == language
            )
            .Select(each => (Guid?)each.Id)
            .SingleOrDefault();

    /// <summary>What a text said at a version, or says; null where there is none, or where it has not so many.</summary>
    public async Task<TextAtVersion?> ReadAsync(string tenant, Guid id, int? version, CancellationToken cancel)
    {
        var events = await store.FetchStreamAsync(tenant, id, cancel, upTo: version);
        return OmbudStreams.ReportText.Fold(events) is { } text && events.Count >= (version ?? 1) ? new(id, events.Count, text) : null;
    }
}
