using Ombud.Domain.Entries;

namespace Ombud.Domain.ReportTexts;

/// <summary>What must hold of the text of a report, in whatever order its entries were typed and withdrawn.</summary>
public sealed class ReportTextInvariants : IEntryInvariants<ReportText>
{
    public Contradiction? Against(ReportText? before, object entry, ReportText whole) =>
        (before, entry) switch
        {
            ({ }, ReportTextRemoved e) when !before.Has(e.Section, e.Table, e.FindingId) => (Contradiction)ReportTextRefusals.NoSuchSection,
            _ => null,
        };
}
