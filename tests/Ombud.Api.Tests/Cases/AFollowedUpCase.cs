using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Cases;

/// <summary>
/// A case on which a recommendation rests that stands in a report, with a measure that answers it and what bodies did with the report.
/// </summary>
internal sealed record AFollowedUpCase(OmbudApi Api, string Id, string Recommendation, string Measure, string Report)
{
    /// <summary>Everything that happens, in the order in which it is recorded.</summary>
    public static readonly string[] Events =
    [
        "case case_received",
        "case case_assessed",
        "recommendation recommendation_issued",
        "case recommendation_linked",
        "measure administration_follow_up_logged",
        "report report_presented",
        "report council_decided",
        "measure administration_follow_up_logged",
        "recommendation recommendation_assessed",
        "case case_closed",
    ];

    public static async Task<AFollowedUpCase> OfAsync(
        OmbudApi api,
        string text = "Answer every letter",
        string measure = "A desk for letters"
    )
    {
        var id = (
            await api.ReceiveAsync(
                new
                {
                    receivedOn = "2023-03-06",
                    withinMandate = true,
                    requiresResponse = true,
                }
            )
        ).Split('/')[^1];
        // Each its own period: a period is registered once.
        var year = 1900 + Interlocked.Increment(ref _years);
        var report = await MakeAsync(
            "/v1/reports/registrations",
            new
            {
                kind = "status",
                from = $"{year}-01-01",
                to = $"{year}-12-31",
                publishedOn = "2023-03-08",
                title = "On letters",
            }
        );
        var recommendation = await MakeAsync(
            "/v1/recommendations",
            new
            {
                text,
                reportId = report,
                number = "1",
                basisCases = new[] { id },
            }
        );
        var answering = await MakeAsync(
            "/v1/measures",
            new
            {
                title = measure,
                status = "planned",
                recommendations = new[] { recommendation },
                loggedOn = "2023-03-20",
                window = new { words = "2023" },
            }
        );
        await DoAsync(
            $"/v1/reports/{report}/presentations",
            new
            {
                body = "council",
                handling = "decision",
                presentedOn = "2023-03-10",
            }
        );
        await DoAsync(
            $"/v1/reports/{report}/decisions",
            new
            {
                body = "council",
                position = "endorsed",
                decidedOn = "2023-03-15",
                words = "Endorsed unanimously",
            }
        );
        await DoAsync(
            $"/v1/measures/{answering}/log",
            new
            {
                status = "in_progress",
                note = "Two people were hired",
                loggedOn = "2023-03-21",
            }
        );
        await DoAsync($"/v1/recommendations/{recommendation}/assessment", new { assessment = "partly_satisfied" });
        await DoAsync($"/v1/cases/{id}/closure", new { outcome = "guided", closedOn = "2023-04-20" });
        return new(api, id, recommendation, answering, report);

        Task<string> MakeAsync(string address, object body) => api.MakeAsync(address, body, "drammen");

        async Task DoAsync(string address, object body) => (await api.PostAsync(address, body)).ShouldBe(200);
    }

    private static int _years;

    public async Task<IReadOnlyList<JsonNode>> EntriesAsync(string query = "") =>
        [.. (await Api.ReadAsync($"/v1/cases/{Id}/history{query}", "drammen")).Items("items")];

    public Task<Answer> AsAsync(string mediaType, string query = "") => Api.GetAsync($"/v1/cases/{Id}/history{query}", accept: mediaType);

    public static IEnumerable<string> Said(IEnumerable<JsonNode> entries) =>
        entries.Select(entry => $"{entry["stream"]!["kind"]} {entry["type"]}");

    public static string[] Lines(Answer answer) => Encoding.UTF8.GetString(answer.Bytes).TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
