using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>Reads the follow-up as a person reads its tables, and writes to it.</summary>
internal static class FollowUpReading
{
    public static async Task<JsonNode> ReadAsync(this OmbudApi api, string address, string municipality = RingstedApi.Ringsted) =>
        (await api.GetAsync(address, municipality)).ShouldBe(200).Json;

    /// <summary>Makes something new, which must succeed, and answers its id.</summary>
    public static async Task<string> MakeAsync(
        this OmbudApi api,
        string address,
        object body,
        string municipality = RingstedApi.Ringsted
    ) => (string)(await api.PostAsync(address, body, municipality)).ShouldBe(201).Json["id"]!;

    public static async Task<string> RecommendAsync(this OmbudApi api, string municipality = RingstedApi.Ringsted) =>
        await api.MakeAsync("/v1/recommendations", new { text = "Answer every letter" }, municipality);

    /// <summary>A report that was published without Ombud, with so many recommendations.</summary>
    public static async Task<(string Report, IReadOnlyList<string> Recommendations)> ReportedAsync(
        this OmbudApi api,
        int year,
        int count,
        string municipality = RingstedApi.Ringsted
    )
    {
        var report = await api.MakeAsync(
            "/v1/reports/registrations",
            new
            {
                kind = "status",
                from = $"{year}-01-01",
                to = $"{year}-12-31",
                publishedOn = $"{year + 1}-01-15",
            },
            municipality
        );
        var recommendations = new List<string>();
        for (var number = 1; number <= count; number++)
            recommendations.Add(
                await api.MakeAsync(
                    "/v1/recommendations",
                    new
                    {
                        text = "Answer every letter",
                        reportId = report,
                        number = $"{number}",
                    },
                    municipality
                )
            );
        return (report, recommendations);
    }

    public static IEnumerable<JsonNode> Items(this JsonNode node, string list) => node[list]!.AsArray().Select(item => item!);

    public static IEnumerable<string> Texts(this JsonNode node, string list) => node.Items(list).Select(item => (string)item!);

    public static JsonNode Report(this JsonNode followUp, string label) =>
        followUp.Items("reports").Single(report => (string?)report["label"] == label);

    /// <summary>A measure by the beginning of its title.</summary>
    public static JsonNode Measure(this JsonNode followUp, string title) =>
        followUp.Items("measures").Single(measure => ((string)measure["title"]!).StartsWith(title, StringComparison.Ordinal));

    /// <summary>Recommendations as 18/19#2.</summary>
    public static IEnumerable<string> Answered(this JsonNode measure) =>
        measure.Items("answers").Select(each => $"{each["reportLabel"]}#{each["number"]}");

    public static (string? From, string? To, string? Words)? Window(this JsonNode? node) =>
        node is null ? null : ((string?)node["from"], (string?)node["to"], (string?)node["words"]);

    /// <summary>What each fault of a problem speaks of, and its code.</summary>
    public static IEnumerable<(string Field, string Code)> Faults(this Answer answer) =>
        answer
            .ShouldBeProblem(400, "invalid-input")
            .Json.Items("errors")
            .Select(error => ((string)error["field"]!, (string)error["code"]!));
}
