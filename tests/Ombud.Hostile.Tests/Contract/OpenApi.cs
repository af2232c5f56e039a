using System.Text.Json.Nodes;

namespace Ombud.Hostile.Tests.Contract;

/// <summary>The committed contract, which is all that an attacker has to know.</summary>
internal sealed class OpenApi
{
    private readonly JsonNode _whole;

    private OpenApi(JsonNode whole)
    {
        _whole = whole;
        Operations =
        [
            .. from path in whole["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select Operation.Of(path.Key, operation.Key, operation.Value!),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public static OpenApi Read()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return new(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "contract", "openapi.json")))!);
    }

    /// <summary>A schema, or what it refers to.</summary>
    public JsonObject Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference
            ? Resolve(_whole["components"]!["schemas"]![reference.Split('/')[^1]]!)
            : schema.AsObject();
}

/// <param name="Answers">What it may answer, with the schema of its JSON.</param>
internal sealed record Operation(
    string Id,
    HttpMethod Method,
    string Path,
    IReadOnlyList<JsonNode> Parameters,
    JsonNode? Body,
    IReadOnlyDictionary<string, JsonNode?> Answers
)
{
    /// <summary>The kind of thing that it is about: cases, reports, measures.</summary>
    public string Kind => Path.Split('/')[1];

    public bool Reads => Method == HttpMethod.Get;

    public static Operation Of(string path, string method, JsonNode operation) =>
        new(
            (string)operation["operationId"]!,
            HttpMethod.Parse(method.ToUpperInvariant()),
            path,
            [.. (operation["parameters"] as JsonArray ?? []).Select(parameter => parameter!)],
            operation["requestBody"]?["content"]?["application/json"]?["schema"],
            operation["responses"]!
                .AsObject()
                .ToDictionary(answer => answer.Key, answer => answer.Value!["content"]?["application/json"]?["schema"])
        );
}
