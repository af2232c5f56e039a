using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Ombud.Domain.Municipalities;

/// <summary>One entry of a code list: a stable snake_case code and what people read for it.</summary>
/// <param name="Value">The code, such as <c>planning_and_building</c>. It may stand again with other labels, for other days.</param>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
/// <param name="InForceFrom">The first day on which it may be given to what happens; every day before its last, unless it is given.</param>
/// <param name="InForceTo">The last such day; every day after its first, unless it is given.</param>
/// <param name="Replaces">Codes of the list whose place it takes. Reports compare it, with what else replaces them, with them.</param>
/// <param name="Nn">Norwegian nynorsk; the bokmål, unless it is given.</param>
public sealed record Code(
    [property: RegularExpression(Limits.CodePattern + "$")] string Value,
    [property: MaxLength(200)] string Nb,
    [property: MaxLength(200)] string Da,
    [property: MaxLength(200)] string En,
    LocalDate? InForceFrom = null,
    LocalDate? InForceTo = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string>? Replaces = null,
    [property: MaxLength(200)] string? Nn = null
)
{
    /// <summary>True for its label in one of the languages, whatever the case of its letters.</summary>
    public bool IsCalled(string label) => Phrase.Languages.Select(Label).Contains(label, StringComparer.OrdinalIgnoreCase);

    /// <param name="language">One of <see cref="Phrase.Languages"/>.</param>
    public string Label(string language) => new Phrase(Nb, Da, En, Nn ?? UsualCodes.NynorskOf(this)).In(language);

    public bool IsInForce(LocalDate day) => !(day < InForceFrom) && !(day > InForceTo);

    /// <summary>True where there is a day on which both are in force.</summary>
    public bool Meets(Code other) => !(other.InForceTo < InForceFrom) && !(InForceTo < other.InForceFrom);

    public bool Equals(Code? other) =>
        other is not null
        && (Value, Nb, Nn, Da, En, InForceFrom, InForceTo)
            == (other.Value, other.Nb, other.Nn, other.Da, other.En, other.InForceFrom, other.InForceTo)
        && (Replaces ?? []).SequenceEqual(other.Replaces ?? []);

    public override int GetHashCode() => HashCode.Combine(Value, Nb, Nn, Da, En, InForceFrom, InForceTo);
}
