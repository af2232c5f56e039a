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
        Adds("receivedOn", row.ReceivedOn, known.ReceivedOn);
        Adds("receivedAt", row.ReceivedAt, known.ReceivedAt);
        var channel = Adds("channel", row.Channel, known.Channel);
        var source = Adds("referralSource", row.ReferralSource, known.ReferralSource);
        if (channel || source)
            added.Add(
                new CorrectCase(
                    "Given by a later list",
                    Channel: channel ? row.Channel : null,
                    ReferralSource: source ? row.ReferralSource : null
                )
            );
        // Every field is compared, whichever adds something: a fault must name them all.
        if (
            Adds("withinMandate", row.WithinMandate, known.WithinMandate)
            | Adds("requiresResponse", row.RequiresResponse, known.RequiresResponse)
        )
            added.Add(new AssessCase(row.WithinMandate ?? known.WithinMandate, row.RequiresResponse ?? known.RequiresResponse));
        if (
            Adds("serviceArea", row.ServiceArea, known.ServiceArea)
            | AddsCodes("matters", row.Matters, known.Matters)
            | AddsCodes("units", row.Units, known.Units)
        )
            added.Add(
                new CategorizeCase(
                    row.ServiceArea ?? known.ServiceArea!,
                    row.Matters is { Count: > 0 } matters ? matters : known.Matters,
                    row.Units is { Count: > 0 } units ? units : known.Units
                )
            );
        if (
            Adds("inquiryType", row.InquiryType, known.InquiryType)
            | Adds("anonymous", row.Anonymous, known.Anonymous)
            | Adds("powerOfAttorneySeen", row.PowerOfAttorneySeen, known.PowerOfAttorneySeen)
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
                    Adds("acknowledgedOn", on, known.AcknowledgedOn);
                    break;
                case SendFirstReply { SentOn: var on } when known.FirstRepliedOn is not null:
                    Adds("firstRepliedOn", on, known.FirstRepliedOn);
                    break;
                case DeclineInquiry declined when known.DeclinedOn is not null:
                    Adds("declinedOn", declined.DeclinedOn, known.DeclinedOn);
                    Adds("declineReason", declined.Reason, known.DeclineReason);
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
            Adds("closedOn", closing.ClosedOn, known.LatestPeriod.ClosedOn);
            Adds("outcome", closing.Outcome, known.LatestPeriod.Outcome);
        }

        // True for what only the row says; a fault where the case says something else.
        bool Adds<T>(string field, T? given, T? there)
        {
            if (given is null)
                return false;
            if (there is not null && !given.Equals(there))
                Contradicts(field, Text(there), Text(given));
            return there is null;
        }

        bool AddsCodes(string field, IReadOnlyList<string>? given, IReadOnlyList<string> there)
        {
            if (given is not { Count: > 0 })
                return false;
            if (there.Count > 0 && !given.ToHashSet().SetEquals(there))
                Contradicts(field, string.Join(';', there), string.Join(';', given));
            return there.Count == 0;
        }

        void Contradicts(string field, string there, string given) =>
            faults.Add(
                new(
                    field,
                    "contradiction",
                    $"The case has {there}; this line says {given}. Correct the list, or mend the case by withdrawing or correcting "
                        + "its entry."
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
