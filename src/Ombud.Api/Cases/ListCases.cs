using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Cases;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Cases;

/// <summary>The register, newest receipt first.</summary>
internal static class ListCases
{
    public static void Map(RouteGroupBuilder cases) =>
        cases
            .MapGet("", HandleAsync)
            .WithName("listCases")
            .WithSummary("List inquiries")
            .WithDescription("Lists inquiries in order of receipt, newest first, as known now or at a moment.");

    internal sealed record Wanted(
        [property: Description("The office's number.")] string? Number = null,
        [property: Description("open, closed or voided.")] CaseStatus? Status = null,
        [property: Description("true for cases, false for inquiries that are none.")] bool? IsCase = null,
        [property: Description("A service area of the municipality.")] string? ServiceArea = null,
        [property: Description("A matter of the municipality; cases that are about it among others.")] string? Matter = null,
        [property: Description("A unit of the municipality; cases that involve it among others.")] string? Unit = null,
        [property: Description("A channel of the municipality.")] string? Channel = null,
        [property: Description("A referral source of the municipality.")] string? ReferralSource = null,
        [property: Description("Received on this day or later.")] LocalDate? ReceivedFrom = null,
        [property: Description("Received on this day or earlier.")] LocalDate? ReceivedTo = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    private static async Task<Results<Ok<Page<CaseSummary>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        CaseQueries cases,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var after = wanted.Cursor is null ? null : Cursor.Read<CasePlace>(wanted.Cursor);
        if (Faults(wanted, municipality, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var found = await cases.ListAsync(caller.Tenant, Filter(wanted, after), cancel);
        return TypedResults.Ok(Paging.Of(found, wanted.Limit, Summary, line => new CasePlace(line.Case.ReceivedOn, line.Id), http));
    }

    private static CaseFilter Filter(Wanted wanted, CasePlace? after) =>
        new(
            wanted.Number,
            wanted.Status?.ToString().ToLowerInvariant(),
            wanted.IsCase,
            wanted.ServiceArea,
            wanted.Matter,
            wanted.Unit,
            wanted.Channel,
            wanted.ReferralSource,
            wanted.ReceivedFrom,
            wanted.ReceivedTo,
            wanted.AsOf,
            after,
            wanted.Limit + 1
        );

    private static IEnumerable<Fault> Faults(Wanted wanted, Municipality municipality, IClock clock)
    {
        foreach (var fault in Moments.AsOfFaults(wanted.AsOf, clock).Concat(Paging.Faults<CasePlace>(wanted.Cursor, wanted.Limit)))
            yield return fault;
        if (wanted.ReceivedFrom > wanted.ReceivedTo)
            yield return new("receivedTo", "before_start", $"It is before receivedFrom, {wanted.ReceivedFrom:uuuu-MM-dd}.")
            {
                Value = $"{wanted.ReceivedTo:uuuu-MM-dd}",
            };
        foreach (
            var (field, code, list) in new[]
            {
                ("serviceArea", wanted.ServiceArea, municipality.ServiceAreas),
                ("matter", wanted.Matter, municipality.Matters),
                ("unit", wanted.Unit, municipality.Units),
                ("channel", wanted.Channel, municipality.Channels),
                ("referralSource", wanted.ReferralSource, municipality.ReferralSources),
            }
        )
            if (code is not null && !list.EverContained(code))
                yield return list.Unknown(field, code);
    }

    private static CaseSummary Summary(CaseLine line) =>
        new(
            line.Id,
            line.Case.Number,
            line.Case.ReceivedOn,
            line.Case.ReceivedAt,
            line.Case.Status,
            line.Case.IsCase,
            line.Case.Channel,
            line.Case.ReferralSource,
            line.Case.WithinMandate,
            line.Case.RequiresResponse,
            line.Case.ServiceArea,
            line.Case.Matters,
            line.Case.Units,
            line.Case.ClosedOn,
            line.Case.Outcome
        );
}
