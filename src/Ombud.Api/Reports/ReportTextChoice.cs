using Ombud.Api.Reports.Documents;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.ReportTexts;

namespace Ombud.Api.Reports;

/// <summary>
/// Which version of which text a report is published with: the one that is named, else the newest of its kind, period and language.
/// </summary>
internal sealed class ReportTextChoice(ReportTextQueries texts)
{
    /// <param name="Version">Null where nothing is written.</param>
    public sealed record Chosen(ReportTextVersion? Version, IReadOnlyList<Fault> Faults);

    public async Task<Chosen> ChooseAsync(string tenant, PublishReport wanted, Municipality municipality, CancellationToken cancel)
    {
        var language = wanted.Language ?? municipality.Language;
        var id = wanted.Text?.Id ?? await texts.FindAsync(tenant, wanted.Kind, wanted.From, wanted.To, language, cancel);
        if (id is not { } of)
            return new(null, []);
        if (await texts.ReadAsync(tenant, of, null, cancel) is not { } newest)
            return Wrong("text.id", "unknown_text", "There is no such text in this municipality. See GET /v1/report-texts.", $"{of}");
        if (wanted.Text?.Version is { } version && version > newest.Version)
            return Wrong("text.version", "too_high", $"It has {newest.Version} events.", $"{version}");
        var chosen = wanted.Text?.Version is { } older ? (await texts.ReadAsync(tenant, of, older, cancel))! : newest;
        if (!chosen.Text.IsFor(wanted.Kind, wanted.From, wanted.To, language))
            return Wrong(
                "text.id",
                "other_report",
                $"It is for the {Codes.Of(chosen.Text.Kind)} report of {chosen.Text.From:uuuu-MM-dd} to {chosen.Text.To:uuuu-MM-dd} in "
                    + $"{chosen.Text.Language}.",
                $"{of}"
            );
        var tables = PublishedTables.OnWhichToComment(municipality);
        return chosen.Text.Comments.Select(each => each.Table).Except(tables).ToList() is { Count: > 0 } missing
            ? Wrong(
                "text",
                "unknown_table",
                $"It comments on tables that the report does not have: {string.Join(", ", missing)}. Take those comments out, or put them "
                    + $"under another table: {string.Join(", ", tables)}.",
                null
            )
            : new(chosen.Text.IsEmpty ? null : new(chosen.Id, chosen.Version), []);
    }

    private static Chosen Wrong(string field, string code, string detail, string? value) =>
        new(null, [new(field, code, detail) { Value = value }]);
}
