using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>
/// How soon the ombud itself answered, against its own targets, over the inquiries received in the period. Nothing of this is among the
/// administration's response times.
/// </summary>
/// <param name="Acknowledgement">That the inquiry was received; absent where the office has no target for it.</param>
/// <param name="FirstReply">The first reply in substance; absent where the office has no target for it.</param>
public sealed record OwnReplies(OwnTarget? Acknowledgement, OwnTarget? FirstReply)
{
    /// <summary>Null where the office has no targets.</summary>
    internal static OwnReplies? Of(IReadOnlyList<OwnCell> cells, Municipality municipality, ReportingPeriod period, LocalDate knownOn)
    {
        var judgedOn = period.JudgedOn(knownOn);
        return municipality.HasReplyTargets
            ? new(Target(municipality.AcknowledgeWithin, cell => cell.Acknowledged), Target(municipality.ReplyWithin, cell => cell.Replied))
            : null;

        OwnTarget? Target(Term? term, Func<OwnCell, LocalDate?> sent)
        {
            if (term is null)
                return null;
            var by = cells.ToLookup(
                cell => Outcome(term, municipality.Country, cell.Received, sent(cell), period.CutOff, judgedOn),
                cell => cell.N
            );
            var replies = new Timeliness(by["met"].Sum(), by["late"].Sum(), by["none"].Sum(), by["pending"].Sum());
            return new(term.ToString(), replies, Share.Percent(replies.Met!.Value, replies.Judged!.Value));
        }
    }

    /// <summary>How one reply stands: <c>met</c>, <c>late</c>, <c>none</c> or <c>pending</c>.</summary>
    /// <param name="judgedOn">The day by which it is judged: what ends before it is over.</param>
    internal static string Outcome(Term term, string country, LocalDate received, LocalDate? sent, LocalDate cutOff, LocalDate judgedOn)
    {
        // Holidays as they were known on the day of the receipt: what was promised then does not move.
        var due = term.After(received, HolidayCalendar.Of(country, received), [DayClass.Holiday]);
        return sent <= cutOff
            ? sent <= due
                ? "met"
                : "late"
            : judgedOn > due
                ? "none"
                : "pending";
    }

    /// <summary>A day before which no inquiry was received whose target can end on a day or later.</summary>
    internal static LocalDate Since(Municipality municipality, LocalDate day) =>
        new[] { municipality.AcknowledgeWithin, municipality.ReplyWithin }
            .OfType<Term>()
            .Select(term => day.PlusDays(-Most(term)))
            .DefaultIfEmpty(day)
            .Min();

    private static int Most(Term term) =>
        term.Unit switch
        {
            TermUnit.Days => term.Count,
            TermUnit.Weeks => term.Count * 7,
            TermUnit.Months => term.Count * 31,
            TermUnit.Years => term.Count * 366,
            // Of a week with holidays at least two days are working days, at Easter and at Christmas.
            _ => (term.Count * 4) + 14,
        };
}

/// <summary>A target of the ombud's own, and how it was met.</summary>
/// <param name="Within">The term, such as <c>P1WD</c>: a working day.</param>
/// <param name="Replies">How many were sent in time, late, not though the target's day had ended, and not yet.</param>
/// <param name="PercentMet">Those in time, of all but those that are not due yet; absent where there are none, and in documents that were
/// published before it was told.</param>
public sealed record OwnTarget(string Within, Timeliness Replies, decimal? PercentMet = null);

/// <summary>How many inquiries share the days on which they were received, acknowledged and first replied to.</summary>
internal sealed class OwnCell
{
    public LocalDate Received { get; init; }
    public LocalDate? Acknowledged { get; init; }
    public LocalDate? Replied { get; init; }
    public int N { get; init; }
}
