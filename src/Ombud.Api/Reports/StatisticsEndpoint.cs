using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;
using Ombud.Projections.Municipalities;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports;

/// <summary>The figures of any period, as known now or at any past moment.</summary>
internal static class StatisticsEndpoint
{
    public static void Map(RouteGroupBuilder reports) =>
        reports
            .MapGet("/statistics", HandleAsync)
            .WithName("readStatistics")
            .WithSummary("Read the statistics of a period")
            .WithDescription(
                "Counts a period's inquiries, cases and matters, as known now or at a past moment. Accept decides the form: "
                    + "JSON, a page to print, a PDF, one table as CSV, or all of them in a zip file or a workbook."
            )
            .WithMetadata(new OtherMedia(ReportDocument.Types[1..]) { Json = typeof(JsonElement) });

    public const string DialectDescription =
        "How CSV is written: plain (RFC 4180), or excel, which Excel in Norway and Denmark opens by a double click.";

    internal sealed record Wanted(
        [property: Description("The period's first day.")] LocalDate From,
        [property: Description("The period's last day.")] LocalDate To,
        [property: Description("The last day that counts, where the report is made before its period ends; not after the day of asOf.")]
            LocalDate? CutOff = null,
        [property: AsOf] Instant? AsOf = null,
        [property:
            Description("The smallest count that is shown, but for 0, such as 3 or 5; 0 shows all."),
            Range(0, ReportFaults.LargestMinimumCell)
        ]
            int MinimumCell = 0,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description(TablesParameter.Description)] string? Tables = null,
        [property: Description("Which table, where the answer is text/csv and tables is not given.")]
        [property: OneOf("ReportTable", "A table of a report.", typeof(ReportTables), nameof(ReportTables.Names))]
            string? Table = null,
        [property: Description(DialectDescription)] CsvDialect Dialect = CsvDialect.Plain
    );

    private static async Task<Results<Ok<StatisticsReport>, ReportDocument, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        PageAddress address,
        MunicipalityDirectory directory,
        StatisticsQuery statistics,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var (wanted, mediaType) = (query.Value, http.MediaType());
        var tables = TablesParameter.Read(wanted.Tables);
        if (
            Faults(wanted, clock)
                .Concat(tables.Faults)
                .Concat(wanted.MinimumCell < 2 ? [] : TablesParameter.SeveralTimes(tables.Names))
                .Concat(OneTable(wanted, tables.Names, mediaType))
                .ToList() is
            { Count: > 0 } faults
        )
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (
            ReportFaults.CutOff(wanted.CutOff, municipality.DayOf(wanted.AsOf ?? clock.GetCurrentInstant())).ToList() is
            { Count: > 0 } future
        )
            return Problems.Invalid(future);
        var period = new ReportingPeriod(wanted.From, wanted.To, wanted.CutOff ?? wanted.To);
        if (TablesParameter.TooLong(tables.Names, municipality, period).ToList() is { Count: > 0 } tooLong)
            return Problems.Invalid(tooLong);
        var report = await statistics.RunAsync(
            caller.Tenant,
            municipality,
            period,
            wanted.AsOf,
            http.AnswerIn(wanted.Language ?? municipality.Language),
            cancel,
            tables: tables.Names
        );
        var shown = DisclosureControl.Apply(report, wanted.MinimumCell);
        return mediaType == MediaTypes.Json
            ? TypedResults.Ok(shown)
            : new ReportDocument(
                new(shown, Address: address),
                municipality.Zone,
                mediaType,
                wanted.Table ?? tables.Names?[0].Document,
                wanted.Dialect
            );
    }

    /// <summary>A CSV file is one table: the only one that was asked for, or the one that table names.</summary>
    private static IEnumerable<Fault> OneTable(Wanted wanted, IReadOnlyList<TableName>? tables, string mediaType) =>
        tables is null ? TableParameter.Faults(wanted.Table, mediaType, ReportTables.Names)
        : wanted.Table is { } given
            ? [new("table", "not_applicable", "It names one of the usual tables; tables names others.") { Value = given }]
        : mediaType == MediaTypes.Csv && tables.Count > 1
            ?
            [
                new("tables", "too_many", $"{MediaTypes.Csv} is one table: name one, or ask for {MediaTypes.Zip}.")
                {
                    Value = wanted.Tables,
                },
            ]
        : [];

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock) =>
        ReportFaults
            .Period(wanted.From, wanted.To, wanted.CutOff)
            .Concat(Limits.Of(wanted))
            .Concat(Languages.Faults(wanted.Language))
            .Concat(Moments.AsOfFaults(wanted.AsOf, clock));
}
