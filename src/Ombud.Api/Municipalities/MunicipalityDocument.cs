using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Api.Municipalities;

/// <summary>A municipality's settings and code lists: what is read of it, what configures it, and what a file of it has.</summary>
/// <param name="Name">As people write it: <c>Drammen kommune</c>.</param>
/// <param name="Country">ISO 3166: <c>NO</c> or <c>DK</c>. Decides holidays and legal deadlines.</param>
/// <param name="TimeZone">IANA id. Decides on which day something was received.</param>
/// <param name="Language">The language of its answers and reports where none is asked for.</param>
/// <param name="Languages">The languages it publishes in.</param>
/// <param name="ReportingYearStart">First day of its reporting year, month and day: <c>01-01</c>, <c>08-01</c>.</param>
/// <param name="InForceFrom">The first day on which the ombud took cases.</param>
/// <param name="ServiceAreas">The parts of the municipality that cases belong to.</param>
/// <param name="Matters">What cases can be about.</param>
/// <param name="Channels">How inquiries come.</param>
/// <param name="ReferralSources">How inhabitants find the ombud.</param>
/// <param name="Units">The units that handle cases and are asked for responses.</param>
/// <param name="Outcomes">How cases end.</param>
/// <param name="DeadlineRules">Rules of its own, beside those of the law.</param>
/// <param name="AreaTerms">The terms it has published for its areas (retssikkerhedsloven § 3, stk. 2).</param>
/// <param name="DueSoonDays">How many days before its end a deadline is due soon; 7 unless it is given.</param>
/// <param name="ReportKinds">The reports that it owes its council; annual ones, unless they are given.</param>
/// <param name="Bodies">The council and its committees.</param>
/// <param name="Council">The body whose decisions count as the council's; the first of them, unless it is given.</param>
/// <param name="LaterNames">Names that it takes from a day on; before the first of them it is called <c>name</c>.</param>
/// <param name="InquiryTypes">What kinds of inquiries there are; the usual ones, unless they are given.</param>
/// <param name="DeclineReasons">Why inquiries are declined; the usual reasons, unless they are given.</param>
/// <param name="Recipients">To whom inquiries are forwarded; the usual recipients, unless they are given.</param>
/// <param name="AcknowledgeWithin">Within what term of its receipt the office means to acknowledge an inquiry, such as <c>P1WD</c> for a
/// working day. No target, unless it is given.</param>
/// <param name="ReplyWithin">Within what term the office means to give its own first reply, such as <c>P10WD</c> for ten working days. No
/// target, unless it is given.</param>
/// <param name="CaseNumbers">
/// How the numbers are written that inquiries are given: <c>{year}-{seq:0000}</c> for 2026-0001 and on, without gaps inside a year.
/// <c>{seq}</c> stands once, with as many zeros as it has digits at the least; <c>{year}</c> at most once; beside them letters, digits and
/// <c>- / . _</c>. None are given, unless it is.
/// </param>
/// <param name="SettledDays">Which of the days that the law leaves open move deadlines here, and which do not. Of a day that is not
/// named, deadlines have <c>alternatives</c>.</param>
/// <param name="ReportTables">
/// The tables that published reports show, in this order; the usual ones, unless some are given. The names are those of <c>tables</c> in
/// the statistics; what tells of handlers is never published.
/// </param>
/// <param name="Code">
/// Lower-case letters, digits and hyphens, such as <c>drammen</c>. Whoever configures may leave it out; another one than the caller acts
/// for is refused.
/// </param>
/// <param name="Lists">
/// Each code list's version, and codes that it had. They follow from its history: whatever is given for them changes nothing, so that what
/// was read, at whatever moment, can be sent back.
/// </param>
internal sealed record MunicipalityDocument(
    string Name,
    string Country,
    string TimeZone,
    string Language,
    IReadOnlyList<string> Languages,
    string ReportingYearStart,
    LocalDate InForceFrom,
    IReadOnlyList<Code> ServiceAreas,
    IReadOnlyList<Code> Matters,
    IReadOnlyList<Code> Channels,
    IReadOnlyList<Code> ReferralSources,
    IReadOnlyList<Code> Units,
    IReadOnlyList<Code> Outcomes,
    IReadOnlyList<LocalRule>? DeadlineRules = null,
    IReadOnlyList<AreaTerm>? AreaTerms = null,
    int? DueSoonDays = null,
    IReadOnlyList<ReportKind>? ReportKinds = null,
    IReadOnlyList<Code>? Bodies = null,
    string? Council = null,
    IReadOnlyList<LaterName>? LaterNames = null,
    IReadOnlyList<Code>? InquiryTypes = null,
    IReadOnlyList<Code>? DeclineReasons = null,
    IReadOnlyList<Code>? Recipients = null,
    [property: RegularExpression(Limits.TermPattern + "$")] string? AcknowledgeWithin = null,
    [property: RegularExpression(Limits.TermPattern + "$")] string? ReplyWithin = null,
    string? CaseNumbers = null,
    IReadOnlyList<SettledDay>? SettledDays = null,
    IReadOnlyList<PublishedTable>? ReportTables = null,
    [property: JsonPropertyOrder(-1)] string? Code = null,
    IReadOnlyDictionary<string, ListHistory>? Lists = null
)
{
    public static MunicipalityDocument Of(string code, Municipality m)
    {
        var c = m.Configuration;
        return new(
            c.Name,
            c.Country,
            c.TimeZone,
            c.Language,
            c.Languages,
            c.ReportingYearStart,
            c.InForceFrom,
            c.ServiceAreas,
            c.Matters,
            c.Channels,
            c.ReferralSources,
            c.Units,
            c.Outcomes,
            c.DeadlineRules ?? [],
            c.AreaTerms ?? [],
            m.DueSoonDays,
            m.ReportKinds,
            c.Bodies ?? [],
            m.Council,
            c.LaterNames ?? [],
            m.InquiryTypes.Codes,
            m.DeclineReasons.Codes,
            m.Recipients.Codes,
            c.AcknowledgeWithin,
            c.ReplyWithin,
            c.CaseNumbers,
            c.SettledDays,
            c.ReportTables,
            code,
            m.AllLists.ToDictionary(list => list.Name, list => new ListHistory(list.Version, list.Retired))
        );
    }

    public MunicipalityConfigured ToConfigured() =>
        new(
            Name,
            Country,
            TimeZone,
            Language,
            Languages,
            ReportingYearStart,
            InForceFrom,
            ServiceAreas,
            Matters,
            Channels,
            ReferralSources,
            Units,
            Outcomes,
            DeadlineRules,
            AreaTerms,
            DueSoonDays,
            ReportKinds,
            Bodies,
            Council,
            LaterNames,
            InquiryTypes,
            DeclineReasons,
            Recipients,
            AcknowledgeWithin,
            ReplyWithin,
            CaseNumbers,
            SettledDays,
            ReportTables
        );
}

/// <summary>What became of a code list.</summary>
/// <param name="Version">1 for the first; 0 for a list that never had a code.</param>
/// <param name="Retired">Codes of earlier versions: never given to a new case, still readable on old ones.</param>
internal sealed record ListHistory(int Version, IReadOnlyList<Code> Retired);
