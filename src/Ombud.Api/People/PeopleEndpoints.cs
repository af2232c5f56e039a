using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain.Cases;

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
            .MapPost("/{id:guid}/erasure", EraseAsync)
            .RequireScope(Scopes.Admin)
            .WithName("erasePerson")
            .WithSummary("Erase what is written of a person")
            .WithDescription(
                "Destroys the key that everything written of the person is enciphered under, in all their cases. Refused "
                    + "before the cases were delivered to the archive, unless the content is unlawful. Every figure stays what it "
                    + "was; a second erasure changes nothing."
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
