using Ombud.Api.Cases;
using Ombud.Api.Council;
using Ombud.Api.Feedback;
using Ombud.Api.Measures;
using Ombud.Api.Meetings;
using Ombud.Api.Recommendations;
using Ombud.Api.ReportTexts;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;

namespace Ombud.Api.Tests.Entries;

/// <summary>Nothing wrong is final: each entry can be replaced, or there is a reason why not and another way.</summary>
public sealed class EveryEntry
{
    private static readonly Type[] Permanent =
    [
        typeof(CaseReceived),
        typeof(RecommendationLinked),
        typeof(DuplicateMerged),
        typeof(ResponseOverdue),
        typeof(DeadlineRecomputed),
        typeof(DeliveredToArchive),
        typeof(PersonalDataErased),
        typeof(ReportPublished),
    ];

    // That somebody read is no entry of the office; a withdrawal is mended by recording anew.
    private static readonly Type[] Elsewhere = [typeof(PersonalDataRead), typeof(EntryWithdrawn)];

    [Fact]
    public void can_be_replaced_by_the_body_of_its_endpoint_or_says_what_to_do_instead() =>
        typeof(IOccurred)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IOccurred)))
            .ShouldBe(
                [
                    .. CaseEntries.Commands.Entries,
                    .. RecommendationEndpoints.Entries.Entries,
                    .. MeasureEndpoints.Entries.Entries.Distinct(),
                    .. FeedbackEndpoints.Entries.Entries,
                    .. CouncilEndpoints.Entries.Entries,
                    .. MeetingEndpoints.Entries.Entries,
                    .. ReportTextEndpoints.Entries.Entries,
                    .. Permanent,
                    .. Elsewhere,
                ],
                ignoreOrder: true
            );
}
