using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>What stands behind a deadline. Only a statutory one may be called a breach of law when it is missed.</summary>
public enum DeadlineKind
{
    Statutory,
    GuidanceNorm,
    LocalTarget,
    OmbudSet,
    CouncilSet,
    Agreed,
}

/// <summary>What a deadline begins to run from.</summary>
public enum StartRule
{
    /// <summary>The day the inquiry came in.</summary>
    Receipt,

    /// <summary>The day the notification reached the party.</summary>
    Arrival,

    /// <summary>The day the decision was available to the recipient, be it a Saturday or a holiday.</summary>
    Availability,

    /// <summary>The day it was asked for.</summary>
    Request,

    /// <summary>The day the decision was made, whenever it became known.</summary>
    Decision,
}

/// <summary>What must have happened by the end of a deadline.</summary>
public enum TimelinessTest
{
    /// <summary>It must have been posted or handed in.</summary>
    Dispatched,

    /// <summary>It must have been received.</summary>
    Received,
}

/// <summary>Why a deadline is suspended (forvaltningslovforskriften § 39 and its like).</summary>
public enum PauseReason
{
    PartyRequestedPostponement,
    PartyCausedDelay,
    AwaitingOtherBody,
    SpecialCircumstances,
}

/// <summary>A rule that gives a deadline: one version of it, in force for what begins within its dates.</summary>
/// <param name="Id">Such as <c>NO.fvl.29.appeal</c>.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Country"><c>NO</c> or <c>DK</c>; null for a rule of neither law.</param>
/// <param name="Term">How long; null where the date is set, or where the municipality's table of areas says.</param>
/// <param name="MovedBy">The classes of days that move the end to the next working day, beside Saturdays and Sundays; with a term in
/// working days, those that are not counted.</param>
/// <param name="Law">The paragraph, as people cite it; null where a date is set.</param>
/// <param name="Link">Where to read it.</param>
public sealed record DeadlineRule(
    string Id,
    int Version,
    string? Country,
    DeadlineKind Kind,
    Term? Term,
    StartRule Start,
    TimelinessTest Timeliness,
    IReadOnlyList<DayClass> MovedBy,
    Phrase Name,
    string? Law,
    string? Link
)
{
    public LocalDate InForceFrom { get; init; } = new(1970, 1, 1);

    public LocalDate? InForceTo { get; init; }

    /// <summary>
    /// The day on which this version came into Ombud's table; null for those it began with. A report made before does not speak of it.
    /// </summary>
    public LocalDate? KnownFrom { get; init; }

    /// <summary>The reasons for which it can be paused; none where it cannot.</summary>
    public IReadOnlyList<PauseReason> Pauses { get; init; } = [];

    /// <summary>True where a preliminary reply, or a notice of delay, is all that must be given in time.</summary>
    public bool NoticeSuffices { get; init; }

    /// <summary>True where the municipality's own table of areas gives the term.</summary>
    public bool ByArea { get; init; }

    /// <summary>How long after its date an ordinary letter counts as received; null where nothing says.</summary>
    public Term? LetterTakes { get; init; }

    /// <summary>True where reasons that were demanded and have arrived begin a new term (forvaltningsloven §§ 24 and 29).</summary>
    public bool RestartedByReasons { get; init; }

    /// <summary>The days of which it is not settled whether they move it.</summary>
    public IReadOnlyList<SpecialDay> UnsettledDays { get; init; } = [];

    /// <summary>The codes of days that move it beside those of <see cref="MovedBy"/>, because the municipality has settled so.</summary>
    public IReadOnlyList<string> AlsoMovedBy { get; init; } = [];

    /// <summary>What is not certain about it, its unsettled days first; null where all of it is.</summary>
    public Uncertainty? Uncertain
    {
        get => UnsettledDays.Count > 0 ? Uncertainty.WhetherTheyMoveIt(UnsettledDays).And(field) : field;
        init;
    }

    /// <summary>True where whoever asks sets the date.</summary>
    public bool DateIsSet => Term is null && !ByArea;

    /// <summary>The zone in which its days end, where the rule has a country of its own.</summary>
    public string? Zone =>
        Country switch
        {
            "NO" => "Europe/Oslo",
            "DK" => "Europe/Copenhagen",
            _ => null,
        };

    /// <summary>The classes of days that are no working days when lateness is counted.</summary>
    public IReadOnlyList<DayClass> NotWorking => DateIsSet ? [DayClass.Holiday] : MovedBy;

    /// <summary>What it is called, and the law behind it.</summary>
    public string Said(string language) => Law is null ? Name.In(language) : $"{Name.In(language)} ({Law})";

    /// <summary>The rule named and in its own words, for refusals.</summary>
    public string OwnWords => $"{Id}: {Said("en")}.";

    /// <summary>The days that it is counted by, as they were known on a day.</summary>
    /// <param name="country">Whose holidays count where it is of neither law.</param>
    public HolidayCalendar Calendar(string country, LocalDate knownOn) => HolidayCalendar.Of(Country ?? country, knownOn, AlsoMovedBy);

    /// <summary>The same, with what a municipality has settled of the days that it leaves open.</summary>
    public DeadlineRule Settled(IReadOnlyList<SettledDay> days) =>
        UnsettledDays.Count == 0
            ? this
            : this with
            {
                UnsettledDays = [.. UnsettledDays.Where(open => days.All(day => day.Code != open.Code))],
                AlsoMovedBy =
                [
                    .. UnsettledDays.Where(open => days.Any(day => day.Moves && day.Code == open.Code)).Select(open => open.Code),
                ],
            };

    public bool InForceOn(LocalDate day) => day >= InForceFrom && !(day > InForceTo);
}
