using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports;

/// <summary>The figures of any period, as known now or at any past moment.</summary>
internal static class StatisticsEndpoint
{
    private const int LongestYears = 50;
    private const int EarliestYear = 1900;

    public static void MapReports(this RouteGroupBuilder v1) => v1.MapGroup("/reports").WithTags("Reports")
        .MapGet("/statistics", HandleAsync).WithName("readStatistics").WithSummary("Read the statistics of a period").WithDescription("Counts a period's inquiries, cases and matters, as known now or at a past moment.");

    internal sealed record Wanted(
        [property: Description("The period's first day.")] LocalDate From,
        [property: Description("The period's last day.")] LocalDate To,
        [property: Description("The last day that counts, where the report is made before its period ends.")] LocalDate? CutOff = null,
        [property: Description("What was known then; now, unless it is given.")] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null);

    private static async Task<Results<Ok<StatisticsReport>, Problem>> HandleAsync(
        Query<Wanted> query, Caller caller, MunicipalityDirectory directory, StatisticsQuery statistics, IClock clock, CancellationToken cancel)
    {
        var wanted = query.Value;
        if (Faults(wanted, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var period = new ReportingPeriod(wanted.From, wanted.To, wanted.CutOff ?? wanted.To);
        return TypedResults.Ok(await statistics.RunAsync(caller.Tenant, municipality, period, wanted.AsOf, wanted.Language ?? municipality.Language, cancel));
    }

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock)
    {
        if (wanted.From.Year < EarliestYear)
            yield return new("from", "too_early", $"Periods begin in {EarliestYear} or later.") { Value = $"{wanted.From:uuuu-MM-dd}" };
        if (wanted.To < wanted.From)
            yield return new("to", "before_start", $"The period ends before it starts on {wanted.From:uuuu-MM-dd}.") { Value = $"{wanted.To:uuuu-MM-dd}" };
        else if (wanted.From.Year + LongestYears < wanted.To.Year)
            yield return new("to", "too_long", $"A period has at most {LongestYears} years.") { Value = $"{wanted.To:uuuu-MM-dd}" };
        if (wanted.CutOff < wanted.From || wanted.CutOff > wanted.To)
            yield return new("cutOff", "out_of_range", "Give a day within the period.") { Value = $"{wanted.CutOff:uuuu-MM-dd}" };
        foreach (var fault in Languages.Faults(wanted.Language).Concat(Moments.AsOfFaults(wanted.AsOf, clock)))
            yield return fault;
    }
}
