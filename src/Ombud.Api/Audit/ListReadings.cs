using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Confidentiality;
using Ombud.Projections.Confidentiality;

namespace Ombud.Api.Audit;

/// <summary>Who read personal data: of which case, when, what for.</summary>
internal static class ListReadings
{
    public static void Map(RouteGroupBuilder audit) =>
        audit
            .MapGet("/personal-data-readings", HandleAsync)
            .RequireScope(Scopes.AuditRead)
            .WithName("listPersonalDataReadings")
            .WithSummary("List who read personal data")
            .WithDescription(
                "Lists every reading of personal data and every look-up of a person, the newest first: who read, of which case or person, "
                    + "when and what for."
            );

    internal sealed record Wanted(
        [property: Description("Of one case.")] Guid? CaseId = null,
        [property: Description("By one reader.")] string? By = null,
        [property: Description("Read at this moment or later.")] Instant? From = null,
        [property: Description("Read before this moment.")] Instant? To = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    /// <summary>One reading of personal data.</summary>
    /// <param name="Id">The id of the reading.</param>
    /// <param name="ReadAt">When it was read.</param>
    /// <param name="By">The key, token or developer that read.</param>
    /// <param name="OnBehalfOf">The user of the calling system that it read for.</param>
    /// <param name="CaseId">The id of the case whose personal data were read; absent where a person was looked up.</param>
    /// <param name="PersonId">The person whom the case was about, or who was found.</param>
    /// <param name="Purpose">What it was read for.</param>
    /// <param name="ReadAsOf">The past moment whose knowledge was read; absent for what is known now.</param>
    /// <param name="LookedUpBy">By what kind of identifier a person was looked up; absent where a case was read.</param>
    internal sealed record PersonalDataReadingLine(
        Guid Id,
        Instant ReadAt,
        string By,
        string? OnBehalfOf,
        Guid? CaseId,
        Guid? PersonId,
        ReadPurpose Purpose,
        Instant? ReadAsOf,
        IdentifierKind? LookedUpBy
    );

    private static async Task<Results<Ok<Page<PersonalDataReadingLine>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        PersonalDataReadingQueries readings,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        var after = wanted.Cursor is null ? null : Cursor.Read<ReadingPlace>(wanted.Cursor);
        if (Faults(wanted, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var found = await readings.ListAsync(
            caller.Tenant,
            new(wanted.CaseId, wanted.By, wanted.From, wanted.To, wanted.AsOf, after, wanted.Limit + 1),
            cancel
        );
        return TypedResults.Ok(Paging.Of(found, wanted.Limit, Line, line => new ReadingPlace(line.ReadAt, line.Id), http));
    }

    private static PersonalDataReadingLine Line(ReadingLine line) =>
        new(
            line.Id,
            line.ReadAt,
            line.Reading.ReadBy,
            line.Reading.OnBehalfOf,
            line.Reading.CaseId,
            line.Reading.Person,
            line.Reading.Purpose,
            line.Reading.ReadAsOf,
            line.Reading.LookedUpBy
        );

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock)
    {
        foreach (var fault in Moments.AsOfFaults(wanted.AsOf, clock).Concat(Paging.Faults<ReadingPlace>(wanted.Cursor, wanted.Limit)))
            yield return fault;
        if (wanted.To <= wanted.From)
            yield return new("to", "before_start", "It is not after from.") { Value = wanted.To.ToString() };
    }
}
