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
    private const int UsualLimit = 50;

    /// <summary>JSON first: it is meant where nothing is asked for.</summary>
    private static readonly string[] Types = [MediaTypes.Json, MediaTypes.JsonLines];

    public static void Map(RouteGroupBuilder cases) =>
        cases
            .MapGet("", HandleAsync)
            .WithName("listCases")
            .WithSummary("List inquiries")
            .WithDescription(
                "Lists inquiries as known now or at a moment, newest receipt first, or in another order. As application/x-ndjson it gives "
                    + "all of them without pages, one JSON object a line, as of one moment."
            )
            .WithMetadata(new OtherMedia(Types[1..]));

    internal sealed record Wanted(
        [property: Description("The office's number.")] string? Number = null,
        [property: Description("What the office's number begins with.")] string? NumberPrefix = null,
        [property: Description("open, closed, voided or merged.")] CaseStatus? Status = null,
        [property: Description("true for cases, false for inquiries that are none.")] bool? IsCase = null,
        [property: Description("A service area of the municipality.")] string? ServiceArea = null,
        [property: Description("A matter of the municipality; cases that are about it among others.")] string? Matter = null,
        [property: Description("A unit of the municipality; cases that involve it among others.")] string? Unit = null,
        [property: Description("A channel of the municipality.")] string? Channel = null,
        [property: Description("A referral source of the municipality.")] string? ReferralSource = null,
        [property: Description("An inquiry type of the municipality.")] string? InquiryType = null,
        [property: Description("A reason for declining of the municipality.")] string? DeclineReason = null,
        [property: Description("Who of the office handles it.")] string? Handler = null,
        [property: Description("An outcome of the municipality; cases whose latest closing had it.")] string? Outcome = null,
        [property: Description("Received on this day or later.")] LocalDate? ReceivedFrom = null,
        [property: Description("Received on this day or earlier.")] LocalDate? ReceivedTo = null,
        [property: Description(
            "Only lines that changed after this moment. A write that began before it may still be under way: go back a minute, or follow "
                + "GET /v1/events, which never skips."
        )]
            Instant? ChangedSince = null,
        [property: Description(
            "The order: received, number, closed or changed, with a hyphen before it descending; -received, unless given."
        )]
        [property: OneOf("CaseOrder", "An order of the register.", typeof(CaseOrder), nameof(CaseOrder.Names))]
            string? Sort = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most; 50, unless it is given."), Range(1, Paging.MostAtOnce)] int? Limit = null
    );

    private static async Task<Results<Ok<Page<CaseSummary>>, JsonLines<CaseSummary>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        CaseQueries cases,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var (wanted, mediaType) = (query.Value, http.MediaType());
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (Faults(wanted, mediaType, municipality, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (mediaType == MediaTypes.JsonLines)
            return new JsonLines<CaseSummary>(cases.ReadAsync(caller.Tenant, Filter(wanted), cancel).Select(Summary));
        var (limit, filter) = (wanted.Limit ?? UsualLimit, Filter(wanted));
        var found = await cases.ListAsync(caller.Tenant, filter with { Limit = limit + 1 }, cancel);
        return TypedResults.Ok(Paging.Of(found, limit, Summary, filter.Order.PlaceOf, http));
    }

    /// <param name="wanted">Without faults.</param>
    private static CaseFilter Filter(Wanted wanted) =>
        new()
        {
            Number = wanted.Number,
            NumberPrefix = wanted.NumberPrefix,
            Status = wanted.Status is { } status ? Codes.Of(status) : null,
            IsCase = wanted.IsCase,
            ServiceArea = wanted.ServiceArea,
            Matter = wanted.Matter,
            Unit = wanted.Unit,
            Channel = wanted.Channel,
            ReferralSource = wanted.ReferralSource,
            InquiryType = wanted.InquiryType,
            DeclineReason = wanted.DeclineReason,
            Handler = wanted.Handler,
            Outcome = wanted.Outcome,
            ReceivedFrom = wanted.ReceivedFrom,
            ReceivedTo = wanted.ReceivedTo,
            ChangedSince = wanted.ChangedSince,
            AsOf = wanted.AsOf,
            Order = OrderOf(wanted)!,
            After = wanted.Cursor is null ? null : Cursor.Read<CasePlace>(wanted.Cursor),
        };

    /// <summary>Null where there is no such order.</summary>
    private static CaseOrder? OrderOf(Wanted wanted) =>
        wanted.Sort is null ? CaseOrder.Default : CaseOrder.All.FirstOrDefault(order => order.Name == wanted.Sort);

    private static IEnumerable<Fault> Faults(Wanted wanted, string mediaType, Municipality municipality, IClock clock)
    {
        foreach (
            var fault in Moments.AsOfFaults(wanted.AsOf, clock).Concat(Paging.Faults<CasePlace>(wanted.Cursor, wanted.Limit ?? UsualLimit))
        )
            yield return fault;
        if (OrderOf(wanted) is not { } order)
            yield return new("sort", "invalid_value", $"Give one of {string.Join(", ", CaseOrder.All.Select(each => each.Name))}.")
            {
                Value = wanted.Sort,
            };
        else if (wanted.Cursor is { } cursor && Cursor.Read<CasePlace>(cursor) is { } place && !order.Has(place))
            yield return new("cursor", "invalid_value", "It is of another order. Give the next of an earlier page with the same sort.")
            {
                Value = cursor,
            };
        if (mediaType == MediaTypes.JsonLines)
            foreach (var (field, given) in new[] { ("limit", wanted.Limit is not null), ("cursor", wanted.Cursor is not null) })
                if (given)
                    yield return new(field, "contradiction", $"As {MediaTypes.JsonLines} all are given at once. Leave it out.");
        if (wanted is { Number: not null, NumberPrefix: not null })
            yield return new("numberPrefix", "contradiction", "Give it or number, not both.");
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
                ("inquiryType", wanted.InquiryType, municipality.InquiryTypes),
                ("declineReason", wanted.DeclineReason, municipality.DeclineReasons),
                ("outcome", wanted.Outcome, municipality.Outcomes),
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
            line.Case.InquiryType,
            line.Case.DeclineReason,
            line.Case.Handler,
            line.Case.WithinMandate,
            line.Case.RequiresResponse,
            line.Case.ServiceArea,
            line.Case.Matters,
            line.Case.Units,
            line.Case.ClosedOn,
            line.Case.Outcome,
            line.ChangedAt
        );
}
