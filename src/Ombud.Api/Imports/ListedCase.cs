using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;

namespace Ombud.Api.Imports;

/// <summary>
/// A row of a list whose case is there already, as in a list that comes every month: what it adds is recorded, what it says again is
/// nothing new, and what contradicts the case is a fault. A field that is empty says nothing.
/// </summary>
internal static class ListedCase
{
    /// <param name="commands">What would register the case as the row has it.</param>
    public static (IReadOnlyList<CaseCommand> Added, IReadOnlyList<Fault> Faults) Differences(
        Case known,
        IReadOnlyList<CaseCommand> commands
    )
    {
        var (row, added, faults) = (commands.OfType<ReceiveCase>().Single(), new List<CaseCommand>(), new List<Fault>());
        Same("receivedOn", row.ReceivedOn, known.ReceivedOn);
        Same("receivedAt", row.ReceivedAt, known.ReceivedAt);
        Same("channel", row.Channel, known.Channel);
        Same("referralSource", row.ReferralSource, known.ReferralSource);
        if ((known.Channel is null && row.Channel is not null) || (known.ReferralSource is null && row.ReferralSource is not null))
            added.Add(
                new CorrectCase(
                    "Given by a later list",
                    Channel: known.Channel is null ? row.Channel : null,
                    ReferralSource: known.ReferralSource is null ? row.ReferralSource : null
                )
            );
        Same("withinMandate", row.WithinMandate, known.WithinMandate);
        Same("requiresResponse", row.RequiresResponse, known.RequiresResponse);
        if (
            (known.WithinMandate is null && row.WithinMandate is not null)
            || (known.RequiresResponse is null && row.RequiresResponse is not null)
        )
            added.Add(new AssessCase(row.WithinMandate ?? known.WithinMandate, row.RequiresResponse ?? known.RequiresResponse));
        Same("serviceArea", row.ServiceArea, known.ServiceArea);
        SameList("matters", row.Matters, known.Matters);
        SameList("units", row.Units, known.Units);
        if (
            (known.ServiceArea is null && row.ServiceArea is not null)
            || (known.Matters.Count == 0 && row.Matters is { Count: > 0 })
            || (known.Units.Count == 0 && row.Units is { Count: > 0 })
        )
            added.Add(
                new CategorizeCase(
                    row.ServiceArea ?? known.ServiceArea!,
                    row.Matters is { Count: > 0 } matters ? matters : known.Matters,
                    row.Units is { Count: > 0 } units ? units : known.Units
                )
            );
        Same("inquiryType", row.InquiryType, known.InquiryType);
        Same("anonymous", row.Anonymous, known.Anonymous);
        Same("powerOfAttorneySeen", row.PowerOfAttorneySeen, known.PowerOfAttorneySeen);
        if (
            (known.InquiryType is null && row.InquiryType is not null)
            || (known.Anonymous is null && row.Anonymous is not null)
            || (known.PowerOfAttorneySeen is null && row.PowerOfAttorneySeen is not null)
        )
            added.Add(new DescribeInquiry(row.InquiryType, row.Anonymous, row.PowerOfAttorneySeen));
        foreach (var command in commands.Where(command => command is not ReceiveCase))
            Happened(command);
        return (added, faults);

        void Happened(CaseCommand command)
        {
            switch (command)
            {
                case CloseCase closing:
                    Close(closing);
                    break;
                case SendAcknowledgement { SentOn: var on } when known.AcknowledgedOn is not null:
                    Same("acknowledgedOn", on, known.AcknowledgedOn);
                    break;
                case SendFirstReply { SentOn: var on } when known.FirstRepliedOn is not null:
                    Same("firstRepliedOn", on, known.FirstRepliedOn);
                    break;
                case DeclineInquiry declined when known.DeclinedOn is not null:
                    Same("declinedOn", declined.DeclinedOn, known.DeclinedOn);
                    Same("declineReason", declined.Reason, known.DeclineReason);
                    break;
                case ForwardInquiry forwarded when known.Forwardings.Any(each => each.Recipient == forwarded.Recipient):
                    break;
                default:
                    added.Add(command);
                    break;
            }
        }

        void Close(CloseCase closing)
        {
            if (known.OpenPeriods.Any(period => period.ClosedOn == closing.ClosedOn && period.Outcome == closing.Outcome))
                return;
            if (!known.Closed)
            {
                added.Add(closing);
                return;
            }
            Same("closedOn", closing.ClosedOn, known.LatestPeriod.ClosedOn);
            Same("outcome", closing.Outcome, known.LatestPeriod.Outcome);
        }

        void Same<T>(string field, T? given, T? there)
        {
            if (given is not null && there is not null && !given.Equals(there))
                Contradicts(field, Text(there), Text(given));
        }

        void SameList(string field, IReadOnlyList<string>? given, IReadOnlyList<string> there)
        {
            if (given is { Count: > 0 } && there.Count > 0 && !given.ToHashSet().SetEquals(there))
                Contradicts(field, string.Join(';', there), string.Join(';', given));
        }

        void Contradicts(string field, string there, string given) =>
            faults.Add(
                new(
                    field,
                    "contradiction",
                    $"The case has {there}; this line says {given}. Correct the list, or mend the case by withdrawing or correcting its entry."
                )
                {
                    Value = given,
                }
            );
    }

    private static string Text<T>(T value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            LocalDate day => $"{day:uuuu-MM-dd}",
            _ => value!.ToString()!,
        };
}
