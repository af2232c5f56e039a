using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.People;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity;
using Ombud.Projections;

namespace Ombud.Api.Cases;

/// <summary>What is written of the person whom a case is about. Each reading is recorded before anything is answered.</summary>
internal static class ReadPersonalData
{
    public static void Map(RouteGroupBuilder cases) =>
        cases
            .MapGet("/{id:guid}/personal-data", HandleAsync)
            .RequireScope(Scopes.PersonalRead)
            .WithName("readPersonalData")
            .WithSummary("Read the personal data of a case")
            .WithDescription(
                "Reads who turned to the ombud and every text that was written in the case. The reading is recorded: who, "
                    + "which case, when, what for. After erasure the texts are gone and what is left says so."
            );

    internal sealed record Wanted(
        [property: Description("What it is read for.")] ReadPurpose Purpose,
        [property: AsOf] Instant? AsOf = null,
        [property: Description("What was known after so many events."), Range(1, int.MaxValue)] int? Version = null
    );

    private static async Task<Results<Ok<PersonalData>, Problem>> HandleAsync(
        Guid id,
        Query<Wanted> query,
        Caller caller,
        TenantEventStore store,
        ReadingRecorder readings,
        PersonalTexts texts,
        IClock clock,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        var found = await ReadStream.FindAsync(
            OmbudStreams.Case,
            CaseRefusals.NotFound,
            caller.Tenant,
            id,
            wanted.AsOf,
            wanted.Version,
            store,
            clock,
            cancel
        );
        if (found.Problem is { } problem)
            return problem;
        var read = await texts.ReadAsync(caller.Tenant, found.Events, cancel);
        await readings.RecordAsync(caller, new(id, found.State!.Person, wanted.Purpose, wanted.AsOf), cancel);
        return TypedResults.Ok(PersonalData.Of(id, found.State, read));
    }
}
