using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.People;

/// <summary>Whom cases are about, and how what is written of them is erased.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder v1)
    {
        var people = v1.MapGroup("/people").WithTags("People");
        people
            .MapGet("/{id:guid}", ReadAsync)
            .RequireScope(Scopes.CasesRead)
            .WithName("readPerson")
            .WithSummary("List a person's cases")
            .WithDescription(
                "Lists the cases that are about a person, and says whether what was written of the person is erased. Who it "
                    + "is stands in the cases' personal data."
            );
        people
            .MapPost("/{id:guid}/identifiers", IdentifyAsync)
            .RequireScope(Scopes.CasesWrite)
            .WithName("identifyPerson")
            .WithSummary("Note what a person is known by")
            .WithDescription(
                "Notes a national id, an e-mail address or a telephone number of a person, so that they are found by it when they come "
                    + "again. Only a fingerprint is kept, made with a key of the municipality; it is erased with the person. Refused where "
                    + "somebody else is known by it."
            );
        people
            .MapPost("/{id:guid}/identifiers/withdrawal", WithdrawIdentifiersAsync)
            .RequireScope(Scopes.CasesWrite)
            .WithName("withdrawIdentifiers")
            .WithSummary("Take back what a person is known by")
            .WithDescription(
                "Takes back identifiers that were noted wrongly: from then on the person is not found by them. Those that are not the "
                    + "person's change nothing."
            );
        LookUpPeople.Map(people);
        people
            .MapPost("/{id:guid}/erasure", EraseAsync)
            .RequireScope(Scopes.Admin)
            .WithName("erasePerson")
            .WithSummary("Erase what is written of a person")
            .WithDescription(
                "Destroys the key that everything written of the person is enciphered under, in all their cases. Refused "
                    + "before the cases were delivered to the archive, unless the content is unlawful. The fingerprints that they were "
                    + "found by are erased with it. Every figure stays what it was; a second erasure changes nothing."
            );
    }

    private static async Task<Results<Ok<PersonView>, Problem>> ReadAsync(
        Guid id,
        Caller caller,
        PersonHandler people,
        CancellationToken cancel
    ) =>
        await people.FindAsync(caller.Tenant, id, cancel) is { } person
            ? TypedResults.Ok(person)
            : Problems.Refused(CaseRefusals.PersonNotFound);

    private static Task<Results<Ok<PersonView>, Problem>> IdentifyAsync(
        Guid id,
        Body<PersonIdentifiers> body,
        Caller caller,
        PersonHandler people,
        MunicipalityDirectory directory,
        CancellationToken cancel
    ) => WithIdentifiersAsync(id, body.Value, caller, people, people.IdentifyAsync, directory, cancel);

    private static Task<Results<Ok<PersonView>, Problem>> WithdrawIdentifiersAsync(
        Guid id,
        Body<PersonIdentifiers> body,
        Caller caller,
        PersonHandler people,
        MunicipalityDirectory directory,
        CancellationToken cancel
    ) => WithIdentifiersAsync(id, body.Value, caller, people, people.WithdrawIdentifiersAsync, directory, cancel);

    private static async Task<Results<Ok<PersonView>, Problem>> WithIdentifiersAsync(
        Guid id,
        PersonIdentifiers identifiers,
        Caller caller,
        PersonHandler people,
        Func<Caller, Guid, string, PersonIdentifiers, CancellationToken, Task<Refusal?>> change,
        MunicipalityDirectory directory,
        CancellationToken cancel
    )
    {
        if (
            await people.FindAsync(caller.Tenant, id, cancel) is not { } person
            || await directory.AsOfAsync(caller.Tenant, moment: null, cancel) is not { Country: var country }
        )
            return Problems.Refused(CaseRefusals.PersonNotFound);
        if (identifiers.Faults(country, within: null).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        return await change(caller, id, country, identifiers, cancel) is { } refusal ? Problems.Refused(refusal) : TypedResults.Ok(person);
    }

    private static async Task<Results<Ok<PersonView>, Problem>> EraseAsync(
        Guid id,
        Body<ErasePerson> body,
        Caller caller,
        PersonHandler people,
        CancellationToken cancel
    )
    {
        var (person, refusal) = await people.EraseAsync(caller, id, body.Value, cancel);
        return refusal is null ? TypedResults.Ok(person!) : Problems.Refused(refusal);
    }
}
