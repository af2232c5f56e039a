namespace Ombud.Api.Reports.Documents;

/// <summary>The names of the tables of all inquiries, beside those of the cases among them.</summary>
internal static class InquiryTables
{
    public const string ByMonth = "inquiries-by-month";
    public const string ByType = "inquiries-by-type";
    public const string ByChannel = "inquiries-by-channel";
    public const string ByDeclineReason = "inquiries-by-decline-reason";

    public static readonly string[] Names = [ByMonth, ByType, ByChannel, ByDeclineReason];
}
