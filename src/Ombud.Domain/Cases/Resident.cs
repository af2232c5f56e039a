using System.ComponentModel.DataAnnotations;

namespace Ombud.Domain.Cases;

/// <summary>Who turned to the ombud. Whoever wants to stay unknown gives nothing.</summary>
/// <param name="Contact">An address, a telephone number, an e-mail address.</param>
/// <param name="NationalId">Fødselsnummer, D-nummer or CPR-nummer, only where the office needs it.</param>
public sealed record Resident(
    [property: MaxLength(200)] Confidential? Name = null,
    [property: MaxLength(Limits.Line)] Confidential? Contact = null,
    Confidential? NationalId = null
)
{
    internal bool SaysNothing => Name is null && Contact is null && NationalId is null;

    internal Resident Each(Func<string, Confidential, Confidential> each) =>
        new(
            Name is null ? null : each("resident.name", Name),
            Contact is null ? null : each("resident.contact", Contact),
            NationalId is null ? null : each("resident.nationalId", NationalId)
        );
}
