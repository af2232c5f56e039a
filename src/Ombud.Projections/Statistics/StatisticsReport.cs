using System.Text.Json.Serialization;
using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>The figures of a period as known at a moment.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Period">The period that is counted.</param>
/// <param name="AsOf">The moment whose knowledge it shows.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Digest">SHA-256 of this document's canonical JSON (RFC 8785) without this member.</param>
/// <param name="Inquiries">All that was received and not voided.</param>
/// <param name="Cases">The inquiries within the mandate that require a response.</param>
/// <param name="Matters">What the cases are about, summed; a case may be about several.</param>
/// <param name="Tables">The counts by month, area, matter and so on.</param>
/// <param name="Flow">Cases in and out.</param>
/// <param name="ProcessingTime">Calendar days from receipt to closing, over the closings of the period.</param>
/// <param name="ResponseTime">The administration's: to the inhabitants and to the ombud.</param>
/// <param name="Comparison">With the same period a year before.</param>
/// <param name="PeriodBefore">With the period of the same length just before.</param>
/// <param name="Notes">What changed within the period in how things are counted: code lists, rules, holidays.</param>
/// <param name="Disclosure">Which figures are not shown, and by which policy; absent where all are.</param>
/// <param name="Declined">The inquiries that were declined; absent in documents that were published before they were counted.</param>
/// <param name="OwnReplies">The ombud's own replies against its own targets; absent where the office has none, and in documents that were
/// published before they were counted.</param>
/// <param name="People">The people whom the inquiries are about; absent in documents that were published before they were
/// counted.</param>
/// <param name="NetProcessingTime">The same closings' calendar days without those on which the case was closed in between, and without
/// those on which a deadline of its response requests stood still; absent in documents that were published before they were counted.</param>
public sealed record StatisticsReport(
    ReportMunicipality Municipality,
    ReportPeriod Period,
    Instant AsOf,
    string Language,
    string? Digest,
    int? Inquiries,
    int? Cases,
    int? Matters,
    StatisticsTables Tables,
    FlowCounts Flow,
    Spread ProcessingTime,
    ResponseTimes ResponseTime,
    EarlierPeriod Comparison,
    EarlierPeriod PeriodBefore,
    IReadOnlyList<MethodNote> Notes,
    Disclosure? Disclosure = null,
    int? Declined = null,
    OwnReplies? OwnReplies = null,
    PeopleCounts? People = null,
    Spread? NetProcessingTime = null
);

/// <summary>
/// The people whom the inquiries of a period are about. Each is counted once, however many inquiries and cases they have.
/// </summary>
/// <param name="Count">How many people there are; absent where it is not shown.</param>
/// <param name="Inquiries">How many of the inquiries are of people who are known; absent where it is not shown.</param>
/// <param name="UnknownInquiries">How many are of nobody who is known: whoever they are of is not among the people. Absent where it is
/// not shown.</param>
public sealed record PeopleCounts(int? Count, int? Inquiries, int? UnknownInquiries);

/// <summary>Which figures are not shown, and by which policy.</summary>
/// <param name="MinimumCell">The smallest count that is shown, but for 0.</param>
/// <param name="Hidden">The figures that are not shown, as this document's JSON names them: <c>tables.byServiceArea[other]</c>.</param>
/// <param name="MergedAreas">The service areas that share a row of the table by service area and matter; absent where none do.</param>
public sealed record Disclosure(int MinimumCell, IReadOnlyList<string> Hidden, IReadOnlyList<string>? MergedAreas = null);

/// <summary>The municipality that a report is about.</summary>
/// <param name="Code">Its code, such as <c>drammen</c>.</param>
/// <param name="Name">As people write it: <c>Drammen kommune</c>.</param>
public sealed record ReportMunicipality(string Code, string Name);

/// <summary>The days that a report counts.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="CutOff">The last day that counts, where it is not the period's last.</param>
/// <param name="Label">The period's name: <c>2023</c>, <c>T1 2023</c>, <c>19/20</c>, or its dates.</param>
public sealed record ReportPeriod(LocalDate From, LocalDate To, LocalDate CutOff, string Label);

/// <summary>Percentages are of the base, rounded each by itself to one decimal; they are never forced to add up to 100.</summary>
/// <param name="Base">What is counted: <c>cases</c>, <c>closings</c>, <c>inquiries</c>, <c>declined</c> inquiries or cases
/// that are <c>open</c>.</param>
/// <param name="BaseCount">How many there are.</param>
/// <param name="MultipleResponse">True where one case may stand in several rows, so that the counts add up to more than the base.</param>
/// <param name="Rows">The rows, in the order of the municipality's list.</param>
public sealed record StatisticsTable(string Base, int? BaseCount, bool MultipleResponse, IReadOnlyList<StatisticsRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Code">What is counted: a code of the municipality's list, or a month such as <c>2023-05</c>.</param>
/// <param name="Label">The same in the report's language.</param>
/// <param name="Count">How many; null where it is not shown.</param>
/// <param name="Percent">Of the table's base; absent where the base is 0.</param>
/// <param name="PercentOfMatters">In the table by matter only: of all matters.</param>
/// <param name="Suppressed">True where the count is not shown, because it is small or would give away one that is.</param>
public sealed record StatisticsRow(
    string Code,
    string Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Count,
    decimal? Percent,
    decimal? PercentOfMatters = null,
    bool? Suppressed = null
);

/// <summary>Cases open at the start, in, out, and open at the end: the first three less the fourth is always the fifth.</summary>
/// <param name="OpenAtStart">Cases open as the period began.</param>
/// <param name="Received">Cases received in the period.</param>
/// <param name="Reopened">Times that a case was reopened in the period.</param>
/// <param name="Closed">Times that a case was closed in the period.</param>
/// <param name="OpenAtEnd">Cases open as the period ended.</param>
public sealed record FlowCounts(int? OpenAtStart, int? Received, int? Reopened, int? Closed, int? OpenAtEnd);

/// <summary>An earlier period beside this one, as known at the same moment.</summary>
/// <param name="Period">The period that is counted.</param>
/// <param name="Inquiries">Inquiries of both periods.</param>
/// <param name="Cases">Cases of both periods.</param>
/// <param name="Matters">Matters of both periods.</param>
/// <param name="Replaced">Codes of this period beside those whose place they took since the earlier one. Absent where there are none,
/// where small figures are not shown, and in documents that were published before there were any.</param>
/// <param name="People">People of both periods; absent in documents that were published before they were counted.</param>
public sealed record EarlierPeriod(
    ReportPeriod Period,
    Change Inquiries,
    Change Cases,
    Change Matters,
    IReadOnlyList<ReplacedCodes>? Replaced = null,
    Change? People = null
);

/// <summary>Codes of this period beside the codes of an earlier one whose place they took.</summary>
/// <param name="Table">The table that they are rows of: <c>byServiceArea</c>, <c>byMatter</c>, <c>byChannel</c> or
/// <c>byReferralSource</c>.</param>
/// <param name="Codes">The codes of this period.</param>
/// <param name="Label">Their labels.</param>
/// <param name="Before">The codes of the earlier period.</param>
/// <param name="BeforeLabel">Their labels of then.</param>
/// <param name="Count">What the table counts, over all of these codes in each period.</param>
public sealed record ReplacedCodes(
    string Table,
    IReadOnlyList<string> Codes,
    string Label,
    IReadOnlyList<string> Before,
    string BeforeLabel,
    Change Count
);

/// <summary>A count of an earlier period beside that of this one.</summary>
/// <param name="Before">The earlier period's; absent where it is not shown.</param>
/// <param name="Now">This period's; absent where it is not shown.</param>
/// <param name="Difference">Now less before; absent where either is.</param>
/// <param name="Percent">The difference of what was before; absent where that was 0.</param>
public sealed record Change(int? Before, int? Now, int? Difference, decimal? Percent);
