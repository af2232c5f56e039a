using Ombud.Domain.ReportTexts;
using Ombud.Projections.ReportTexts;

namespace Ombud.Projections.Publications;

/// <summary>What the office wrote in a published report, in Markdown.</summary>
/// <param name="Id">The id of the text.</param>
/// <param name="Version">The version of it that was published.</param>
/// <param name="Introduction">What the report begins with; absent where it has none.</param>
/// <param name="Comments">What stands under tables.</param>
/// <param name="Findings">What the ombud found, in order.</param>
public sealed record PublishedText(
    Guid Id,
    int Version,
    string? Introduction,
    IReadOnlyList<CommentOnTable> Comments,
    IReadOnlyList<PublishedFinding> Findings
)
{
    /// <summary>Null where the version has no section.</summary>
    public static PublishedText? Of(TextAtVersion of) =>
        of.Text.IsEmpty
            ? null
            : new(
                of.Id,
                of.Version,
                of.Text.Introduction,
                of.Text.Comments,
                [.. of.Text.Findings.Select(each => new PublishedFinding(each.Id, each.Heading, each.Markdown))]
            );
}

/// <summary>What the ombud found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Markdown">What it says.</param>
public sealed record PublishedFinding(Guid Id, string Heading, string Markdown);
