using System.ComponentModel.DataAnnotations;

namespace Ombud.Domain.Municipalities;

/// <summary>A table that the municipality's published reports show.</summary>
/// <param name="Table">What is counted, and by what: <c>cases.byUnit</c>, or by two at once, <c>cases.byUnit*matter</c>.</param>
/// <param name="Nb">The office's own heading in Norwegian bokmål; the usual one, unless it is given.</param>
/// <param name="Da">The same in Danish.</param>
/// <param name="En">The same in English.</param>
/// <param name="Nn">The same in Norwegian nynorsk; the bokmål, unless it is given.</param>
public sealed record PublishedTable(
    [property: MaxLength(100)] string Table,
    [property: MaxLength(200)] string? Nb = null,
    [property: MaxLength(200)] string? Da = null,
    [property: MaxLength(200)] string? En = null,
    [property: MaxLength(200)] string? Nn = null
)
{
    /// <summary>Null where the office has no heading of its own in the language.</summary>
    public string? Heading(string language) =>
        new Phrase(Nb ?? "", Da ?? "", En ?? "", Nn).In(language) is { Length: > 0 } own ? own : null;
}
