using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;
using Ombud.Projections.Publications;
using Ombud.Projections.Recommendations;
using Ombud.Projections.ReportTexts;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>
/// The numbers that recommendations have in their reports and the periods that are reported, in the store or by an earlier line: each is
/// uniqueKeys once.
/// </summary>
internal sealed class UniqueKeys
{
    private readonly Dictionary<(Guid Report, string Number), Guid> _numbers;
    private readonly Dictionary<(ReportKind Kind, LocalDate From, LocalDate To), Guid> _periods;

    private readonly Dictionary<(ReportKind Kind, LocalDate From, LocalDate To, string Language), Guid> _texts;

    private UniqueKeys(
        Dictionary<(Guid, string), Guid> numbers,
        Dictionary<(ReportKind, LocalDate, LocalDate), Guid> periods,
        Dictionary<(ReportKind, LocalDate, LocalDate, string), Guid> texts
    ) => (_numbers, _periods, _texts) = (numbers, periods, texts);

    public static async Task<UniqueKeys> ReadAsync(TenantDatabase database, string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var recommendations = await RowReader.AllAsync(connection, RecommendationRows.Recommendations, tenant, null, cancel);
        var reports = await RowReader.AllAsync(connection, PublishedReports.Model, tenant, null, cancel);
        var texts = await RowReader.AllAsync(connection, ReportTextRows.Model, tenant, null, cancel);
        return new(
            recommendations
                .Where(each => each.Row.Report is not null)
                .ToDictionary(each => (each.Row.Report!.Value, each.Row.Number!), each => each.Stream),
            reports
                .Where(each => each.Row.Supersedes is null)
                .ToDictionary(each => (each.Row.Kind, each.Row.PeriodFrom, each.Row.PeriodTo), each => each.Stream),
            texts.ToDictionary(each => (each.Row.Kind, each.Row.PeriodFrom, each.Row.PeriodTo, each.Row.Language), each => each.Stream)
        );
    }

    public IReadOnlyCollection<string> NumbersIn(Guid report) =>
        [.. _numbers.Keys.Where(each => each.Report == report).Select(each => each.Number)];

    /// <summary>Adds the key that an event gives its stream, or refuses where another stream has it.</summary>
    public Refusal? Add(Guid stream, object @event) =>
        @event switch
        {
            RecommendationIssued { Report: { } report, Number: { } number } when !TryAdd(_numbers, (report, number), stream) =>
                RecommendationRefusals.NumberTaken,
            ReportRegistered e when !TryAdd(_periods, (e.Kind, e.From, e.To), stream) => ReportRefusals.AlreadyPublished,
            ReportTextBegun e when !TryAdd(_texts, (e.Kind, e.From, e.To, e.Language), stream) => ReportTextRefusals.AlreadyBegun,
            _ => null,
        };

    private static bool TryAdd<TKey>(Dictionary<TKey, Guid> known, TKey key, Guid stream)
        where TKey : notnull => known.TryAdd(key, stream) || known[key] == stream;
}
