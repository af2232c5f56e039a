using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Http;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>Registers an inquiry with everything that is known of it.</summary>
internal static class ReceiveCaseEndpoint
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("", HandleAsync)
        .WithName("receiveCase").WithSummary("Register an inquiry").WithDescription("Registers an inquiry, with its assessment and category where they are known already.");

    private static async Task<Results<Created<CaseView>, Problem>> HandleAsync(
        Body<ReceiveCase> body, Caller caller, CaseDesk desk, HttpContext http, CancellationToken cancel)
    {
        // Ids that rise with time keep the streams of a year together.
        var id = Guid.CreateVersion7();
        var answer = (await desk.HandleAsync(caller, id, body.Value, expectedVersion: null, cancel)).Answer(http, id);
        return answer.Result is Ok<CaseView> { Value: { } received } ? TypedResults.Created($"/v1/cases/{id}", received) : (Problem)answer.Result;
    }
}
