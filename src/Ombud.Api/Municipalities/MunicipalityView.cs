using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Api.Municipalities;

/// <summary>A municipality's settings and code lists, each list with its version.</summary>
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
