using System.ComponentModel.DataAnnotations;

namespace Ombud.Domain.Municipalities;

/// <summary>One entry of a code list: a stable snake_case code and what people read for it.</summary>
/// <param name="Value">The code, such as <c>planning_and_building</c>.</param>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
public sealed record Code(
    [property: RegularExpression(Limits.CodePattern + "$")] string Value,
    [property: MaxLength(200)] string Nb,
    [property: MaxLength(200)] string Da,
    [property: MaxLength(200)] string En
)
{
    /// <summary>True for its label in one of the languages, whatever the case of its letters.</summary>
    public bool IsCalled(string label) => new[] { Nb, Da, En }.Contains(label, StringComparer.OrdinalIgnoreCase);

    /// <param name="language"><c>nb</c>, <c>da</c> or <c>en</c>.</param>
    public string Label(string language) =>
        language switch
        {
            "nb" => Nb,
            "da" => Da,
            _ => En,
        };
}
