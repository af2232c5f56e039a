using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.ReportTexts;

/// <summary>A text of a status report of Drammen, and what is done to it.</summary>
internal static class TheText
{
    public static async Task<string> BeginAsync(this OmbudApi api, string from, string to, string? language = null) => (
            await api.PostAsync(
                "/v1/report-texts",
                Given(
                    new
                    {
                        kind = "status",
                        from,
                        to,
                        language,
                    }
                )
            )
        ).ShouldBe(201).Header("Location")!;

    public static async Task<JsonNode> WriteAsync(this OmbudApi api, string text, object section) =>
        (await api.PostAsync($"{text}/sections", Given(section))).ShouldBe(200).Json;

    public static Task<Answer> PublishAsync(
        this OmbudApi api,
        string from,
        string to,
        object? text = null,
        string? language = null,
        string? supersedes = null
    ) =>
        api.PostAsync(
            "/v1/reports",
            Given(
                new
                {
                    kind = "status",
                    from,
                    to,
                    language,
                    text,
                    supersedes,
                    reason = supersedes is null ? null : "A comment was wrong",
                }
            )
        );

    /// <summary>Without what is null: the contract knows what is left out.</summary>
    private static JsonObject Given(object body)
    {
        var given = JsonSerializer.SerializeToNode(body)!.AsObject();
        foreach (var (name, _) in given.Where(field => field.Value is null).ToList())
            given.Remove(name);
        return given;
    }

    public static object Introduction(string markdown) => new { section = "introduction", markdown };

    public static object Comment(string table, string markdown) =>
        new
        {
            section = "comment",
            table,
            markdown,
        };

    public static object Finding(string heading, string markdown, int? place = null) =>
        new
        {
            section = "finding",
            heading,
            markdown,
            place,
        };

    public static string Id(string address) => address.Split('/')[^1];

    public static IEnumerable<(string Field, string Code)> Wrong(this Answer answer) =>
        answer.ShouldBe(400).Json["errors"]!.AsArray().Select(error => ((string)error!["field"]!, (string)error["code"]!));
}
