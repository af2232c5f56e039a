using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Municipalities;

/// <summary>The municipality as configured: what a case is checked against and what a report is labelled with.</summary>
public sealed record Municipality
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    /// <summary>Each municipality has exactly one such stream, so its id is the same for all of them.</summary>
    public static readonly Guid Stream = new("6d756e69-6369-4061-8000-6f6d62756400");

    /// <summary>How often it was configured. Events do not bear it: whoever folds them gives it.</summary>
    public long Version { get; init; }

    public required MunicipalityConfigured Configuration { get; init; }
    public CodeList ServiceAreas { get; private init; } = CodeList.Empty("serviceAreas");
    public CodeList Matters { get; private init; } = CodeList.Empty("matters");
    public CodeList Channels { get; private init; } = CodeList.Empty("channels");
    public CodeList ReferralSources { get; private init; } = CodeList.Empty("referralSources");
    public CodeList Units { get; private init; } = CodeList.Empty("units");
    public CodeList Outcomes { get; private init; } = CodeList.Empty("outcomes");
    public CodeList InquiryTypes { get; private init; } = CodeList.Empty("inquiryTypes");
    public CodeList DeclineReasons { get; private init; } = CodeList.Empty("declineReasons");
    public CodeList Recipients { get; private init; } = CodeList.Empty("recipients");

    /// <summary>The council and its committees.</summary>
    public CodeList Bodies { get; private init; } = CodeList.Empty("bodies");

    /// <summary>
    /// When a list got a later version. The day is that of recording, which events do not bear: whoever folds them gives it.
    /// </summary>
    public IReadOnlyList<(LocalDate On, string List, int Version)> ListChanges { get; init; } = [];

    /// <summary>The rules that it counts deadlines by.</summary>
    public required RuleBook Rules { get; init; }

    /// <summary>The day whose names and labels are read; null for those of the configuration's last.</summary>
    public LocalDate? ReadOn { get; private init; }

    public string Name =>
        (Configuration.LaterNames ?? []).Where(later => !(ReadOn < later.InForceFrom)).MaxBy(later => later.InForceFrom)?.Name
        ?? Configuration.Name;
    public string Country => Configuration.Country;
    public string Language => Configuration.Language;
    public IReadOnlyList<ReportKind> ReportKinds => Configuration.ReportKinds ?? [ReportKind.Annual];

    /// <summary>The body whose decisions are the council's; null where no bodies are configured.</summary>
    public string? Council => Configuration.Council ?? (Configuration.Bodies is [var first, ..] ? first.Value : null);
    public int DueSoonDays => Configuration.DueSoonDays ?? 7;

    /// <summary>Within what term the office means to acknowledge an inquiry; null where it has no such target.</summary>
    public Term? AcknowledgeWithin => Configuration.AcknowledgeWithin is { } term ? Term.Parse(term) : null;

    /// <summary>Within what term the office means to give its own first reply; null where it has no such target.</summary>
    public Term? ReplyWithin => Configuration.ReplyWithin is { } term ? Term.Parse(term) : null;

    /// <summary>How the numbers are written that inquiries are given; null where the office gives them itself.</summary>
    public CaseNumbers? CaseNumbers => Configuration.CaseNumbers is { } text ? CaseNumbers.Parse(text) : null;

    /// <summary>The tables that published reports show; none where they show the usual ones.</summary>
    public IReadOnlyList<PublishedTable> ReportTables => Configuration.ReportTables ?? [];

    /// <summary>True where the office has a target for a reply of its own.</summary>
    public bool HasReplyTargets => (AcknowledgeWithin ?? ReplyWithin) is not null;

    public LocalDate InForceFrom => Configuration.InForceFrom;
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Configuration.TimeZone];

    /// <summary>First day of the reporting year.</summary>
    public AnnualDate ReportingYearStart => MonthAndDay.Parse(Configuration.ReportingYearStart).Value;

    internal static AnnualDatePattern MonthAndDay { get; } = AnnualDatePattern.Create("MM-dd", CultureInfo.InvariantCulture);

    public static Municipality Evolve(Municipality? state, object @event) =>
        @event switch
        {
            MunicipalityConfigured configured => Configured(
                state ?? new Municipality { Configuration = configured, Rules = RulesOf(configured) },
                configured
            ),
            _ => state ?? throw new InvalidOperationException($"A municipality cannot begin with {@event.GetType().Name}."),
        };

    /// <summary>The lists that reports count by.</summary>
    public IReadOnlyList<CodeList> Lists =>
        [ServiceAreas, Matters, Channels, ReferralSources, Units, Outcomes, InquiryTypes, DeclineReasons, Recipients];

    public IReadOnlyList<CodeList> AllLists => [.. Lists, Bodies];

    /// <summary>The same, with the names and labels of a day.</summary>
    public Municipality Read(LocalDate day) =>
        this with
        {
            ReadOn = day,
            ServiceAreas = ServiceAreas with { ReadOn = day },
            Matters = Matters with { ReadOn = day },
            Channels = Channels with { ReadOn = day },
            ReferralSources = ReferralSources with { ReadOn = day },
            Units = Units with { ReadOn = day },
            Outcomes = Outcomes with { ReadOn = day },
            InquiryTypes = InquiryTypes with { ReadOn = day },
            DeclineReasons = DeclineReasons with { ReadOn = day },
            Recipients = Recipients with { ReadOn = day },
            Bodies = Bodies with { ReadOn = day },
        };

    public LocalDate DayOf(Instant moment) => moment.InZone(Zone).Date;

    private static RuleBook RulesOf(MunicipalityConfigured configured) =>
        new(configured.Country, configured.DeadlineRules ?? [], configured.AreaTerms ?? [], configured.SettledDays);

    private static Municipality Configured(Municipality state, MunicipalityConfigured now) =>
        state with
        {
            Configuration = now,
            Rules = RulesOf(now),
            ServiceAreas = state.ServiceAreas.Replaced(now.ServiceAreas),
            Matters = state.Matters.Replaced(now.Matters),
            Channels = state.Channels.Replaced(now.Channels),
            ReferralSources = state.ReferralSources.Replaced(now.ReferralSources),
            Units = state.Units.Replaced(now.Units),
            Outcomes = state.Outcomes.Replaced(now.Outcomes),
            Bodies = state.Bodies.Replaced(now.Bodies ?? []),
            InquiryTypes = state.InquiryTypes.Replaced(now.InquiryTypes ?? UsualCodes.InquiryTypes),
            DeclineReasons = state.DeclineReasons.Replaced(now.DeclineReasons ?? UsualCodes.DeclineReasons),
            Recipients = state.Recipients.Replaced(now.Recipients ?? UsualCodes.Recipients),
        };
}
