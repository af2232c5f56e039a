namespace Ombud.Domain.Reports;

/// <summary>What a published report is called, and how often it comes.</summary>
public enum ReportKind
{
    Annual,
    HalfYear,
    Tertial,
    Quarterly,
    Status,
}
