using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Reports;

/// <summary>What changed in a period's figures between two moments, and which entries did it.</summary>
internal static class ComparisonEndpoint
{
    public static void Map(RouteGroupBuilder reports) =>
        reports
            .MapGet("/comparison", HandleAsync)
            .WithName("compareReports")
            .WithSummary("Compare a period's figures as known at two moments")
            .WithDescription("Lists every figure that differs, and for each the entries that account for the whole difference.")
            // The entries are those of single cases.
            .RequireScope(Scopes.CasesRead);

    internal sealed record Wanted(
        [property: Description("The period's first day.")] LocalDate? From = null,
        [property: Description("The period's last day.")] LocalDate? To = null,
        [property: AsOf("One moment.")] Instant? AsOf = null,
        [property: Description("A published report, in place of from, to, cutOff and asOf.")] Guid? ReportId = null,
        [property: Description(
            "The last day that counts, where the report is made before its period ends; not after the day of the later moment."
        )]
            LocalDate? CutOff = null,
        [property: AsOf("The other moment; now, unless it is given.")] Instant? With = null,
        [property: Description(Languages.Description)] string? Language = null
    );

    private static async Task<Results<Ok<ReportComparison>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        TenantEventStore store,
        MunicipalityDirectory directory,
        ComparisonQuery comparisons,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (Faults(wanted, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await MeantAsync(wanted, caller, store, cancel) is not { } meant)
            return Problems.Refused(ReportRefusals.NotFound);
        var other = wanted.With ?? clock.GetCurrentInstant();
        var (earlier, later) = (Instant.Min(meant.AsOf, other), Instant.Max(meant.AsOf, other));
        if (await directory.AsOfAsync(caller.Tenant, later, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        return ReportFaults.CutOff(wanted.CutOff, municipality.DayOf(later)).ToList() is { Count: > 0 } future
            ? Problems.Invalid(future)
            : TypedResults.Ok(
                await comparisons.RunAsync(
                    caller.Tenant,
                    municipality,
                    meant.Period,
                    earlier,
                    later,
                    http.AnswerIn(wanted.Language ?? municipality.Language),
                    cancel
                )
            );
    }

    /// <summary>The period and the moment that are meant; null where there is no such report.</summary>
    private static async Task<(ReportingPeriod Period, Instant AsOf)?> MeantAsync(
        Wanted wanted,
        Caller caller,
        TenantEventStore store,
        CancellationToken cancel
    ) =>
        wanted.ReportId is not { } id ? (new(wanted.From!.Value, wanted.To!.Value, wanted.CutOff ?? wanted.To.Value), wanted.AsOf!.Value)
        : OmbudStreams.Report.Fold(await store.FetchStreamAsync(caller.Tenant, id, cancel)) is { Published: { } published }
            ? (new(published.From, published.To, published.CutOff), published.AsOf)
        : null;

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock)
    {
        foreach (
            var (field, given) in new[]
            {
                ("from", wanted.From is not null),
                ("to", wanted.To is not null),
                ("asOf", wanted.AsOf is not null),
            }
        )
            if (given == wanted.ReportId is not null)
                yield return given
                    ? new(field, "contradiction", "Give it or report, not both.")
                    : new(field, "required", $"Give {field}, or the published report that is meant.");
        if (wanted is { ReportId: not null, CutOff: not null })
            yield return new("cutOff", "contradiction", "Give it or report, not both.");
        if (wanted is { From: { } from, To: { } to })
            foreach (var fault in ReportFaults.Period(from, to, wanted.CutOff))
                yield return fault;
        foreach (
            var fault in Languages
                .Faults(wanted.Language)
                .Concat(Moments.AsOfFaults(wanted.AsOf, clock))
                .Concat(Moments.AsOfFaults(wanted.With, clock).Select(fault => fault with { Field = "with" }))
        )
            yield return fault;
    }
}
