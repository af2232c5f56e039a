using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports;

/// <summary>Any tables over several periods.</summary>
internal static class SeriesEndpoint
{
    private const int MostPeriods = 20;

    public static void Map(RouteGroupBuilder reports) =>
        reports
            .MapGet("/series", HandleAsync)
            .WithName("readSeries")
            .WithSummary("Read tables over several periods")
            .WithDescription(
                "Counts tables in each year, or part of a year, of a stretch of time, all as known at one moment. Codes that took the "
                    + "place of others have their counts; where lists, rules or holidays changed, the period says so. Small counts are "
                    + "shown."
            )
            .WithMetadata(new OtherMedia(SeriesDocument.Types[1..]));

    internal sealed record Wanted(
        [property: Description("The first day of the first period.")] LocalDate From,
        [property: Description("The last day of the last period.")] LocalDate To,
        [property: Description(TablesParameter.Description)] string Tables,
        [property: Description("What each period is: a reporting year, or a part of one.")]
        [property: OneOf("SeriesPart", "What each period of a series is.", typeof(SeriesParts), nameof(SeriesParts.Names))]
            string By = SeriesParts.Year,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description(StatisticsEndpoint.DialectDescription)] CsvDialect Dialect = CsvDialect.Plain
    );

    private static async Task<Results<Ok<StatisticsSeries>, SeriesDocument, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        MunicipalityDirectory directory,
        SeriesQuery series,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var (wanted, mediaType, tables) = (query.Value, http.MediaType(), TablesParameter.Read(query.Value.Tables));
        if (Faults(wanted, clock).Concat(tables.Faults).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var periods = SeriesParts.Split(wanted.By, wanted.From, wanted.To, municipality.ReportingYearStart).ToList();
        if (Whole(wanted, periods).Concat(TablesParameter.TooLong(tables.Names, municipality, periods[^1])).ToList() is { Count: > 0 } odd)
            return Problems.Invalid(odd);
        var found = await series.RunAsync(
            caller.Tenant,
            municipality,
            periods,
            tables.Names!,
            wanted.AsOf,
            http.AnswerIn(wanted.Language ?? municipality.Language),
            cancel
        );
        return mediaType == MediaTypes.Json
            ? TypedResults.Ok(found)
            : new SeriesDocument(found, mediaType, wanted.Dialect, municipality.Zone);
    }

    /// <summary>A period that is there in part only would be compared with whole ones.</summary>
    private static IEnumerable<Fault> Whole(Wanted wanted, IReadOnlyList<ReportingPeriod> periods)
    {
        var (by, first, last) = (wanted.By.Replace('_', ' '), periods[0], periods[^1]);
        if (first.From != wanted.From)
            yield return Fault("from", "not_a_first_day", wanted.From, $"first day of a {by}", first.From, first.To.PlusDays(1));
        if (last.To != wanted.To)
            yield return Fault("to", "not_a_last_day", wanted.To, $"last day of a {by}", last.From.PlusDays(-1), last.To);
        if (periods.Count > MostPeriods)
            yield return new("to", "too_many", $"A series has at most {MostPeriods} periods; these are {periods.Count}.")
            {
                Value = $"{wanted.To:uuuu-MM-dd}",
            };

        static Fault Fault(string field, string code, LocalDate given, string day, LocalDate earlier, LocalDate later) =>
            new(field, code, $"Give the {day}: {earlier:uuuu-MM-dd} or {later:uuuu-MM-dd}.") { Value = $"{given:uuuu-MM-dd}" };
    }

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock) =>
        ReportFaults
            .Period(wanted.From, wanted.To, null)
            .Concat(SeriesParts.Faults(wanted.By))
            .Concat(Languages.Faults(wanted.Language))
            .Concat(Moments.AsOfFaults(wanted.AsOf, clock));
}
