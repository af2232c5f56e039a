using System.Text.Json.Nodes;

namespace Ombud.Testing.Contract;

/// <summary>The committed contract.</summary>
public sealed class OpenApi
{
    private readonly JsonNode _whole;

    private OpenApi(JsonNode whole)
    {
        _whole = whole;
        Operations =
        [
            .. from path in whole["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select Of(path.Key, operation.Key, operation.Value!),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The order in which its examples make one story.</summary>
    public IReadOnlyList<JsonObject> Story => [.. _whole["x-story"]!.AsArray().Select(step => step!.AsObject())];

    public JsonObject Components => _whole["components"]!.AsObject();

    public JsonObject Paths => _whole["paths"]!.AsObject();

    public static OpenApi Read()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return new(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "contract", "openapi.json")))!);
    }

    /// <summary>What is written in place, or what it refers to.</summary>
    public JsonObject Resolve(JsonNode written) =>
        (string?)written["$ref"] is { } reference
            ? Resolve(reference.Split('/')[1..].Aggregate(_whole, (within, name) => within[name]!))
            : written.AsObject();

    private Operation Of(string path, string method, JsonNode operation) =>
        new(
            (string)operation["operationId"]!,
            HttpMethod.Parse(method.ToUpperInvariant()),
            path,
            (string)operation["x-required-scope"]!,
            [.. (operation["parameters"] as JsonArray ?? []).Select(parameter => Resolve(parameter!))],
            operation["requestBody"]?["content"]?["application/json"]?["schema"],
            operation["requestBody"]?["content"]?.AsObject() is { Count: > 0 } content ? content.First().Key : null,
            (operation["requestBody"]?["content"] as JsonObject)?.FirstOrDefault().Value?["examples"]?.AsObject() ?? [],
            operation["responses"]!.AsObject().ToDictionary(answer => answer.Key, answer => Resolve(answer.Value!))
        );
}

/// <param name="Path">Without the base path.</param>
/// <param name="Body">The schema of the JSON that it takes, or null.</param>
/// <param name="MediaType">Of what it takes, the first of several; null where it takes nothing.</param>
/// <param name="Examples">Of that, by name.</param>
/// <param name="Answers">What it may answer, by status.</param>
public sealed record Operation(
    string Id,
    HttpMethod Method,
    string Path,
    string Scope,
    IReadOnlyList<JsonObject> Parameters,
    JsonNode? Body,
    string? MediaType,
    JsonObject Examples,
    IReadOnlyDictionary<string, JsonObject> Answers
)
{
    /// <summary>The kind of thing that it is about: cases, reports, measures.</summary>
    public string Kind => Path.Split('/')[1];

    public bool Reads => Method == HttpMethod.Get;

    /// <summary>The schema of the JSON that it answers with a status, or null.</summary>
    public JsonNode? AnswerOf(int status) => Answers.GetValueOrDefault($"{status}")?["content"]?["application/json"]?["schema"];
}
