using Ombud.Domain;

namespace Ombud.Api.Tables;

/// <summary>The first sheet of a workbook: what it is of, and what its figures mean.</summary>
/// <param name="Language">Of the whole workbook.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Name">What the sheet is called.</param>
/// <param name="Subject">Whose figures these are, of when: under the title of every sheet.</param>
/// <param name="Facts">By what it can be told from any other, and had again.</param>
/// <param name="DefinitionsTitle">What stands above the definitions.</param>
internal sealed record WorkbookCover(
    string Language,
    string Title,
    Phrase Name,
    string Subject,
    IReadOnlyList<(Phrase Name, string Value)> Facts,
    Phrase DefinitionsTitle,
    IReadOnlyList<string> Definitions
);
