using Ombud.Api.Reports.Documents;
using Ombud.Api.Texts;
using Ombud.Domain.ReportTexts;
using Ombud.Projections.Cases;

namespace Ombud.Api.ReportTexts;

/// <summary>What commands on texts are checked by: the tables there are, and the numbers of the municipality's cases.</summary>
internal sealed class ReportTextRules(CaseQueries cases)
{
    public async Task<TextRules> OfAsync(string tenant, IEnumerable<object?> commands, CancellationToken cancel)
    {
        var words = commands.SelectMany(Texts).Distinct().ToList();
        var known =
            words.Count == 0
                ? []
                : (await cases.IdsByNumberAsync(tenant, [.. words.SelectMany(MarkdownCheck.Numbers)], cancel)).Keys.ToHashSet();
        return new(
            known.Contains,
            PublishedTables.OnWhichToComment,
            markdown => MarkdownCheck.Faults("markdown", markdown, known.Contains)
        );
    }

    private static IEnumerable<string> Texts(object? command) =>
        command switch
        {
            WithdrawReportTextEntry withdrawal => Texts(withdrawal.Replacement),
            WriteReportText write => [write.Markdown, write.Heading ?? ""],
            _ => [],
        };
}
