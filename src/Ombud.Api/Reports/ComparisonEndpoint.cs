using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Reports;

/// <summary>What changed in a period's figures between two moments, and which entries did it.</summary>
internal static class ComparisonEndpoint
{
    public static void Map(RouteGroupBuilder reports) => reports.MapGet("/comparison", HandleAsync)
        .WithName("compareReports").WithSummary("Compare a period's figures as known at two moments")
        .WithDescription("Lists every figure that differs, and for each the entries that account for the whole difference.");

    internal sealed record Wanted(
        [property: Description("The period's first day.")] LocalDate From,
        [property: Description("The period's last day.")] LocalDate To,
        [property: Description("One moment.")] Instant AsOf,
        [property: Description("The last day that counts, where the report is made before its period ends.")] LocalDate? CutOff = null,
        [property: Description("The other moment; now, unless it is given.")] Instant? With = null,
        [property: Description(Languages.Description)] string? Language = null);

    private static async Task<Results<Ok<ReportComparison>, Problem>> HandleAsync(
        Query<Wanted> query, Caller caller, MunicipalityDirectory directory, ComparisonQuery comparisons, IClock clock, CancellationToken cancel)
    {
        var wanted = query.Value;
        var other = wanted.With ?? clock.GetCurrentInstant();
        if (Faults(wanted, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var (earlier, later) = (Instant.Min(wanted.AsOf, other), Instant.Max(wanted.AsOf, other));
        return await directory.AsOfAsync(caller.Tenant, later, cancel) is { } municipality
            ? TypedResults.Ok(await comparisons.RunAsync(
                caller.Tenant, municipality, new(wanted.From, wanted.To, wanted.CutOff ?? wanted.To), earlier, later, wanted.Language ?? municipality.Language, cancel))
            : Problems.Refused(MunicipalityRefusals.NotConfigured);
    }

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock) =>
        ReportFaults.Period(wanted.From, wanted.To, wanted.CutOff).Concat(Languages.Faults(wanted.Language)).Concat(Moments.AsOfFaults(wanted.AsOf, clock))
            .Concat(Moments.AsOfFaults(wanted.With, clock).Select(fault => fault with { Field = "with" }));
}
