using System.Text.Json.Nodes;

namespace Ombud.Api.Tests;

/// <summary>What the API answered.</summary>
public sealed class Answer(HttpResponseMessage response, byte[] bytes)
{
    public byte[] Bytes => bytes;

    public int Status => (int)response.StatusCode;

    public JsonNode Json => JsonNode.Parse(bytes)!;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    public string? ETag => Header("ETag");

    /// <summary>The names of the fields that a problem speaks of.</summary>
    public IEnumerable<string> Fields => Json["errors"]!.AsArray().Select(error => (string)error!["field"]!);

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancel) =>
        new(response, await response.Content.ReadAsByteArrayAsync(cancel));

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public Answer ShouldBe(int status)
    {
        Status.ShouldBe(status, System.Text.Encoding.UTF8.GetString(bytes));
        return this;
    }

    /// <summary>Holds that this is a problem of a kind, with everything that a problem has.</summary>
    public Answer ShouldBeProblem(int status, string code)
    {
        ShouldBe(status);
        ContentType.ShouldBe("application/problem+json");
        ((string?)Json["type"]).ShouldBe($"/problems/{code}");
        ((int?)Json["status"]).ShouldBe(status);
        ((string?)Json["traceId"]).ShouldNotBeNullOrEmpty();
        ((string?)Json["detail"]).ShouldNotBeNullOrEmpty();
        return this;
    }
}
