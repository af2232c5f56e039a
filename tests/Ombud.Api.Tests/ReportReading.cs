using System.Text.Json.Nodes;

namespace Ombud.Api.Tests;

/// <summary>Reads figures out of a report as a person reads its tables.</summary>
internal static class ReportReading
{
    public static int[] Counts(this JsonNode report, string table) => [.. Rows(report, table).Select(row => (int)row!["count"]!)];

    public static decimal[] Percents(this JsonNode report, string table, string column = "percent") =>
        [.. Rows(report, table).Select(row => (decimal)row![column]!)];

    public static int Count(this JsonNode report, string table, string code) =>
        (int)Rows(report, table).Single(row => (string)row!["code"]! == code)!["count"]!;

    public static (int OpenAtStart, int Received, int Reopened, int Closed, int OpenAtEnd) Flow(this JsonNode report)
    {
        var flow = report["flow"]!;
        return ((int)flow["openAtStart"]!, (int)flow["received"]!, (int)flow["reopened"]!, (int)flow["closed"]!, (int)flow["openAtEnd"]!);
    }

    private static JsonArray Rows(JsonNode report, string table) => report["tables"]![table]!["rows"]!.AsArray();
}
