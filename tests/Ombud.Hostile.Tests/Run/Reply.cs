using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ombud.Hostile.Tests.Run;

/// <summary>What came back.</summary>
/// <param name="ByServer">Answered by the server beneath the application, which knows no problems.</param>
/// <param name="Unguarded">The header for browsers that is missing; null where none is.</param>
internal sealed record Reply(
    int Status,
    string? ContentType,
    byte[] Bytes,
    TimeSpan Took,
    bool ByServer,
    string? Location,
    string? ETag,
    string? Unguarded
)
{
    private static readonly string[] Guards =
    [
        "X-Content-Type-Options",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Cache-Control",
        "X-Frame-Options",
    ];
    private readonly Lazy<JsonNode?> _json = new(() => Parse(Bytes));

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Null where it is none, or the word null.</summary>
    public JsonNode? Json => _json.Value;

    public static Reply Of(HttpResponseMessage response, byte[] bytes, TimeSpan took) =>
        new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            bytes,
            took,
            !response.Headers.Contains("API-Version"),
            response.Headers.Location?.ToString(),
            response.Headers.ETag?.ToString(),
            Guards.FirstOrDefault(name => !response.Headers.Contains(name))
        );

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
