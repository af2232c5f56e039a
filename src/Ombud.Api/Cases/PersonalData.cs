using NodaTime;
using Ombud.Api.People;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>What is written of the person whom a case is about.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Number">The number that the office gave the case.</param>
/// <param name="PersonId">Under whose key the newest of it is.</param>
/// <param name="ErasedOn">When what had been written till then became unreadable.</param>
/// <param name="Resident">Who turned to the ombud; absent where nobody is known, or it was erased.</param>
/// <param name="Summary">What it is about, in words; absent where nothing was written, or it was erased.</param>
/// <param name="Texts">Every text in order of recording, also those that later ones took the place of.</param>
internal sealed record PersonalData(
    Guid CaseId,
    string? Number,
    Guid? PersonId,
    LocalDate? ErasedOn,
    PersonalData.KnownResident? Resident,
    string? Summary,
    IReadOnlyList<PersonalText> Texts
)
{
    /// <summary>Who turned to the ombud, in clear.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Contact">How the person can be reached.</param>
    /// <param name="NationalId">The national id: fødselsnummer, D-nummer or CPR-nummer.</param>
    internal sealed record KnownResident(string? Name, string? Contact, string? NationalId);

    public static PersonalData Of(Guid id, Case state, IReadOnlyList<PersonalText> texts)
    {
        var standing = texts.Where(text => !text.Withdrawn).ToList();
        return new(
            id,
            state.Number,
            state.Person,
            state.ErasedOn,
            ResidentIn(standing),
            standing.LastOrDefault(text => text.Field == "summary")?.Text,
            texts
        );
    }

    /// <summary>The newest: one that takes the place of another takes it as a whole.</summary>
    private static KnownResident? ResidentIn(IReadOnlyList<PersonalText> texts)
    {
        var newest = texts.LastOrDefault(text => text.Field.StartsWith("resident.", StringComparison.Ordinal));
        return
            newest is null
            || Named("name") is var name
                && Named("contact") is var contact
                && Named("nationalId") is var nationalId
                && (name ?? contact ?? nationalId) is null
            ? null
            : new(name, contact, nationalId);

        string? Named(string field) =>
            texts.LastOrDefault(text => text.Version == newest.Version && text.Field == $"resident.{field}")?.Text;
    }
}
