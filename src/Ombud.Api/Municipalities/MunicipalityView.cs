using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Api.Municipalities;

/// <summary>A municipality's settings and code lists, each list with its version.</summary>
/// <param name="Code">Lower-case letters, digits and hyphens, such as <c>drammen</c>.</param>
/// <param name="Name">As people write it: <c>Drammen kommune</c>.</param>
/// <param name="Country">ISO 3166: <c>NO</c> or <c>DK</c>. Decides holidays and legal deadlines.</param>
/// <param name="TimeZone">IANA id. Decides on which day something was received.</param>
/// <param name="Language">The language of its reports where none is asked for.</param>
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
/// <param name="DueSoonDays">How many days before its end a deadline is due soon.</param>
/// <param name="ReportKinds">The reports that it owes its council.</param>
/// <param name="Bodies">The council and its committees.</param>
/// <param name="Council">The body whose decisions count as the council's; absent where it has none.</param>
internal sealed record MunicipalityView(
    string Code,
    string Name,
    string Country,
    string TimeZone,
    string Language,
    IReadOnlyList<string> Languages,
    string ReportingYearStart,
    LocalDate InForceFrom,
    CodeList ServiceAreas,
    CodeList Matters,
    CodeList Channels,
    CodeList ReferralSources,
    CodeList Units,
    CodeList Outcomes,
    IReadOnlyList<LocalRule> DeadlineRules,
    IReadOnlyList<AreaTerm> AreaTerms,
    int DueSoonDays,
    IReadOnlyList<ReportKind> ReportKinds,
    CodeList Bodies,
    string? Council
)
{
    public static MunicipalityView Of(string code, Municipality m) =>
        new(
            code,
            m.Name,
            m.Configuration.Country,
            m.Configuration.TimeZone,
            m.Language,
            m.Configuration.Languages,
            m.Configuration.ReportingYearStart,
            m.InForceFrom,
            m.ServiceAreas,
            m.Matters,
            m.Channels,
            m.ReferralSources,
            m.Units,
            m.Outcomes,
            m.Configuration.DeadlineRules ?? [],
            m.Configuration.AreaTerms ?? [],
            m.DueSoonDays,
            m.ReportKinds,
            m.Bodies,
            m.Council
        );
}
