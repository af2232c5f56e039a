using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>Recommendations on their axes, the newest first.</summary>
internal static class ListRecommendations
{
    public static void Map(RouteGroupBuilder recommendations) => recommendations.MapGet("", HandleAsync)
        .WithName("listRecommendations").WithSummary("List recommendations").WithDescription("Lists recommendations of all reports and cases, the newest first, each on its four axes with the measures that answer it.");

    internal sealed record Wanted(
        [property: Description("A report by its id or its period's name, such as 18/19.")] string? Report = null,
        [property: Description("A unit of the municipality: recommendations meant for it or for all.")] string? Unit = null,
        [property: Description("What the council said.")] CouncilPosition? CouncilPosition = null,
        [property: Description("What the administration answered.")] AdministrationPosition? AdministrationPosition = null,
        [property: Description("How far it has come.")] Progress? Progress = null,
        [property: Description("What the ombud says of it.")] OmbudAssessment? OmbudAssessment = null,
        [property: Description("Whether the ombud still follows it up.")] Closure? Closure = null,
        [property: Description("What was known then; now, unless it is given.")] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most, 1 to 200.")] int Limit = 50);

    private static async Task<Results<Ok<Page<RecommendationLine>>, Problem>> HandleAsync(
        Query<Wanted> query, Caller caller, FollowUpQuery followUp, IClock clock, HttpContext http, CancellationToken cancel)
    {
        var wanted = query.Value;
        var asked = new FollowUpRequest(wanted.Report, wanted.Unit, wanted.CouncilPosition, wanted.AdministrationPosition, wanted.Progress, wanted.OmbudAssessment, wanted.Closure, wanted.AsOf, wanted.Language);
        if (asked.Faults(clock).Concat(ShortList.Faults(wanted.Cursor, wanted.Limit)).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await followUp.RunAsync(caller.Tenant, wanted.AsOf, wanted.Language, cancel) is not var (all, municipality))
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (asked.Faults(municipality, all).ToList() is { Count: > 0 } unknown)
            return Problems.Invalid(unknown);
        var picked = asked.Pick(all);
        return TypedResults.Ok(ShortList.Of(
            picked.Reports.SelectMany(report => report.Recommendations).Concat(picked.InCases).OrderByDescending(each => each.IssuedOn), each => each.Id, wanted.Cursor, wanted.Limit, http));
    }
}
