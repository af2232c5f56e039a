using Ombud.Domain.Entries;

namespace Ombud.Domain.Reports;

/// <summary>What must hold of what bodies do with a report, in whatever order its entries were typed and withdrawn.</summary>
public sealed class ReportInvariants : IEntryInvariants<Report>
{
    public Refusal? Permanent(object entry) => entry is ReportPublished ? EntryRefusals.IsPublication : null;

    public Contradiction? Against(Report? before, object entry, Report whole) =>
        (before, entry) switch
        {
            (null, _) => null,
            (_, CouncilRequestAnswered e) => before.Requests.FirstOrDefault(request => request.Id == e.RequestId) switch
            {
                null => ReportRefusals.RequestNotFound,
                { AnsweredOn: not null } => ReportRefusals.RequestAnswered,
                var request => Contradiction.Early(e.OccurredOn, request.AskedOn, "it was asked for"),
            },
            (_, ReportPresented or CouncilDecided or CouncilRequestMade) => Contradiction.Early(
                ((IOccurred)entry).OccurredOn,
                whole.PublishedOn,
                "the report was published"
            ),
            _ => null,
        };
}
