using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Tables;
using Ombud.Domain.Municipalities;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>What has become of the recommendations: reports, answers, measures and the council, as known at any moment.</summary>
internal static class FollowUpEndpoint
{
    private static readonly string[] Types = [MediaTypes.Json, MediaTypes.Csv, MediaTypes.Zip];

    public static void MapFollowUp(this RouteGroupBuilder v1) =>
        v1.MapGet("/follow-up", HandleAsync)
            .WithTags("Follow-up")
            .RequireScope(Scopes.FiguresRead)
            .WithName("readFollowUp")
            .WithSummary("Read the follow-up")
            .WithDescription(
                "Gives reports with their recommendations on four axes, the administration's answers, the measures, each "
                    + "once, and what the council decided and still waits for; as JSON, one table as CSV, or all of them in a "
                    + "zip file, as Accept says."
            )
            .Produces<FollowUpReport>()
            .WithMetadata(new OtherMedia(Types[1..]), new HasPage());

    private static async Task<Results<Ok<FollowUpReport>, FileContentHttpResult, Problem>> HandleAsync(
        Query<FollowUpRequest> query,
        Caller caller,
        FollowUpQuery followUp,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var (asked, mediaType) = (query.Value, http.MediaType());
        if (
            asked.Faults(clock).Concat(TableParameter.Faults(asked.Table, mediaType, FollowUpTables.Names)).ToList() is
            { Count: > 0 } faults
        )
            return Problems.Invalid(faults);
        if (await followUp.RunAsync(caller.Tenant, asked.AsOf, asked.Language, cancel) is not var (all, municipality))
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (asked.Faults(municipality, all).ToList() is { Count: > 0 } unknown)
            return Problems.Invalid(unknown);
        var picked = asked.Pick(all);
        http.AnswerIn(picked.Language);
        return mediaType == MediaTypes.Json ? TypedResults.Ok(picked) : FollowUpTables.File(picked, mediaType, asked.Table);
    }
}
