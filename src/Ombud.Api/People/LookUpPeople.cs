using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Cases;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.People;

/// <summary>Whether somebody came before. That is personal itself, so each look-up is recorded before anything is answered.</summary>
internal static class LookUpPeople
{
    public static void Map(RouteGroupBuilder people) =>
        people
            .MapPost("/lookups", HandleAsync)
            .RequireScope(Scopes.PersonalRead)
            .WithName("lookUpPerson")
            .WithSummary("Look up a person")
            .WithDescription(
                "Finds a person by a national id, an e-mail address or a telephone number, in whatever spelling, and lists their cases, "
                    + "newest first; empty where nobody is known by it. It is sent as a body, so that it stands in no address. The look-up "
                    + "is recorded: who, by what kind of identifier, whom it found, what for."
            );

    /// <summary>What to look for: one identifier.</summary>
    /// <param name="Purpose">What it is looked up for.</param>
    /// <param name="NationalId">Fødselsnummer, D-nummer or CPR-nummer.</param>
    /// <param name="Email">An e-mail address.</param>
    /// <param name="Telephone">A telephone number; of the municipality's country, unless it begins with a plus.</param>
    internal sealed record PersonLookup(
        ReadPurpose Purpose,
        [property: MaxLength(32)] Confidential? NationalId = null,
        [property: MaxLength(254)] Confidential? Email = null,
        [property: MaxLength(32)] Confidential? Telephone = null
    );

    /// <summary>Who is known by an identifier.</summary>
    /// <param name="PersonId">The person's id; absent where nobody is known by it.</param>
    /// <param name="Cases">The cases that are about the person, newest first.</param>
    internal sealed record FoundPerson(Guid? PersonId, IReadOnlyList<FoundCase> Cases);

    /// <summary>A case of a person who was found.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Number">The number that the office gave it.</param>
    /// <param name="ReceivedOn">The day it was received.</param>
    /// <param name="Status">Whether it is open, closed, voided or merged into another.</param>
    internal sealed record FoundCase(Guid Id, string? Number, LocalDate ReceivedOn, CaseStatus Status);

    private static async Task<Results<Ok<FoundPerson>, Problem>> HandleAsync(
        Body<PersonLookup> body,
        Caller caller,
        PersonFinder finder,
        ReadingRecorder readings,
        KeyStore keys,
        CaseQueries cases,
        MunicipalityDirectory directory,
        CancellationToken cancel
    )
    {
        var wanted = body.Value;
        var identifier = new PersonIdentifiers(wanted.NationalId, wanted.Email, wanted.Telephone);
        if (await directory.AsOfAsync(caller.Tenant, moment: null, cancel) is not { Country: var country })
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (Faults(identifier, country).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var person = await finder.FindAsync(caller.Tenant, country, identifier, cancel);
        await readings.RecordAsync(caller, new(null, person, wanted.Purpose, null, identifier.In(country).Single().Kind), cancel);
        var found = person is { } id ? await cases.OfAsync(caller.Tenant, await keys.StreamsAsync(caller.Tenant, id, cancel), cancel) : [];
        return TypedResults.Ok(
            new FoundPerson(
                person,
                [.. found.Select(line => new FoundCase(line.Id, line.Case.Number, line.Case.ReceivedOn, line.Case.Status))]
            )
        );
    }

    private static IEnumerable<Fault> Faults(PersonIdentifiers identifier, string country)
    {
        foreach (var fault in identifier.Faults(country, within: null))
            yield return fault;
        if (identifier.In(country) is [_, { Kind: var other }, ..])
            yield return new(other == IdentifierKind.Email ? "email" : "telephone", "contradiction", "Give one identifier at a time.");
    }
}
