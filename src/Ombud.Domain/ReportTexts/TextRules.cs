using Ombud.Domain.Municipalities;

namespace Ombud.Domain.ReportTexts;

/// <summary>What a text is checked by that stands outside its stream.</summary>
/// <param name="IsCaseNumber">True for a number that a case of the municipality has.</param>
/// <param name="Tables">The tables on which a report of the municipality can be commented, by their names in documents.</param>
/// <param name="Markdown">What is wrong with Markdown, each fault with its place: markup that is not taken, and what is not general in
/// form.</param>
public sealed record TextRules(
    Func<string, bool> IsCaseNumber,
    Func<Municipality, IReadOnlyList<string>> Tables,
    Func<string, IEnumerable<Fault>> Markdown
);
