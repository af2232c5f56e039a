using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>The report of 13 June 2023, through HTTP.</summary>
internal static class DrammenReport
{
    public const string AsOf = "2023-06-13T15:00:00%2B02:00";

    public static string Address(string asOf = AsOf, string from = "2023-01-01", string to = "2023-06-13") =>
        $"/v1/reports/statistics?from={from}&to={to}&asOf={asOf}";

    public static async Task<JsonNode> ReportAsync(
        this OmbudApi api,
        string asOf = AsOf,
        string from = "2023-01-01",
        string to = "2023-06-13"
    ) => (await api.GetAsync(Address(asOf, from, to))).ShouldBe(200).Json;
}
