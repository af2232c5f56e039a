using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Ombud.Domain.Confidentiality;

/// <summary>
/// What tells a person from all others, so that the office finds them when they come again. No event and no row has it: of each only a
/// fingerprint is kept, which is made with a key of the municipality.
/// </summary>
/// <param name="NationalId">Fødselsnummer, D-nummer or CPR-nummer.</param>
/// <param name="Email">An e-mail address that is theirs alone.</param>
/// <param name="Telephone">A telephone number that is theirs alone; of the municipality's country, unless it begins with a plus.</param>
public sealed record PersonIdentifiers(
    [property: MaxLength(32)] Confidential? NationalId = null,
    [property: MaxLength(254)] Confidential? Email = null,
    [property: MaxLength(32)] Confidential? Telephone = null
)
{
    private IEnumerable<(IdentifierKind Kind, string Text)> Given =>
        from each in new[]
        {
            (Kind: IdentifierKind.NationalId, Text: NationalId?.Readable),
            (Kind: IdentifierKind.Email, Text: Email?.Readable),
            (Kind: IdentifierKind.Telephone, Text: Telephone?.Readable),
        }
        where each.Text is not null
        select (each.Kind, each.Text);

    /// <summary>Each in the one form in which everybody's spelling of it is the same; those that have none are left out.</summary>
    /// <param name="country">The municipality's.</param>
    public IReadOnlyList<Identifier> In(string country) =>
        [
            .. from each in Given
            let normal = IdentifierForms.Normal(each.Kind, each.Text, country)
            where normal is not null
            select new Identifier(each.Kind, normal),
        ];

    /// <param name="within">The field that holds them; null where they are the whole of what is given.</param>
    public IEnumerable<Fault> Faults(string country, string? within)
    {
        foreach (var fault in Limits.Of(this, within))
            yield return fault;
        foreach (var (kind, text) in Given.Where(each => IdentifierForms.Normal(each.Kind, each.Text, country) is null))
            yield return new(Named($"{kind}", within), "invalid_value", IdentifierForms.Remedy(kind, country));
        if (!Given.Any())
            yield return new(within ?? "nationalId", "required", "Give nationalId, email or telephone.");
    }

    private static string Named(string property, string? within) =>
        within is null ? JsonNamingPolicy.CamelCase.ConvertName(property) : $"{within}.{JsonNamingPolicy.CamelCase.ConvertName(property)}";
}

/// <summary>What kind of thing tells a person from all others.</summary>
public enum IdentifierKind
{
    NationalId,
    Email,
    Telephone,
}

/// <summary>One thing that tells a person from all others.</summary>
/// <param name="Normal">In the form in which every spelling of it is the same.</param>
public sealed record Identifier(IdentifierKind Kind, string Normal)
{
    public override string ToString() => $"{Kind} (confidential)";
}
