using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Ombud.Testing.Contract;

/// <summary>Holds what was sent and what was answered against the contract.</summary>
public sealed class ContractCheck
{
    /// <summary>Schemas are built one at a time: what is referred to is looked up in dictionaries that two builders would spoil.</summary>
    private static readonly Lock Building = new();
    private static readonly Uri Base = new("https://ombud.example/contract");
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private readonly OpenApi _contract;
    private readonly IReadOnlyList<(Operation Operation, Regex Path)> _paths;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<JsonNode, JsonSchema> _schemas = [];

    public ContractCheck(OpenApi contract)
    {
        _contract = contract;
        _paths =
        [
            // What is written out goes before what stands for an id.
            .. contract
                .Operations.OrderBy(operation => operation.Path.Count(c => c == '{'))
                .Select(operation =>
                    (operation, new Regex($"^/v1{Regex.Replace(operation.Path, @"\{(\w+)\}", ValueOf)}$", RegexOptions.Compiled))
                ),
        ];
        Register(contract.Components["schemas"]!);
    }

    /// <summary>What can stand in the place of a name in a path.</summary>
    private static string ValueOf(Match name) => name.Groups[1].Value == "number" ? "[^/]+" : "[0-9a-fA-F-]{36}";

    public static ContractCheck Committed { get; } = new(OpenApi.Read());

    /// <summary>The operation that a request is for; null for what is no part of the contract.</summary>
    public Operation? Find(HttpMethod method, string path) =>
        _paths.FirstOrDefault(each => each.Operation.Method == method && each.Path.IsMatch(path)).Operation;

    /// <summary>Everything in an exchange that the contract does not say.</summary>
    public IEnumerable<string> Faults(Operation operation, Exchange exchange)
    {
        if ((operation.Answers.GetValueOrDefault($"{exchange.Status}")) is not { } answer)
            return [$"the status {exchange.Status} is not declared"];
        var faults = HeaderFaults(answer, exchange).Concat(BodyFaults(answer, exchange));
        // What was refused may have been wrong in any way.
        return exchange.Status < 300 ? faults.Concat(RequestFaults(operation, exchange)) : faults;
    }

    private static IEnumerable<string> HeaderFaults(JsonObject answer, Exchange exchange)
    {
        var declared = answer["headers"]?.AsObject().Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return exchange
            .Headers.Where(name => !declared.Contains(name) && !OfEveryAnswer.Contains(name))
            .Select(name => $"the header {name} of {exchange.Status} is not declared");
    }

    private IEnumerable<string> BodyFaults(JsonObject answer, Exchange exchange)
    {
        var content = answer["content"]?.AsObject();
        if (exchange.Body.Length == 0)
            return [];
        if (content is null)
            return [$"{exchange.Status} has a body, and none is declared"];
        var type = MediaTypeHeaderValue.TryParse(exchange.ContentType, out var given) ? given.MediaType : null;
        var declared = content.FirstOrDefault(each => MediaTypeHeaderValue.Parse(each.Key).MediaType == type).Value;
        return declared is null ? [$"{exchange.Status} as {type} is not declared"]
            : type?.EndsWith("json", StringComparison.Ordinal) == true && type != "application/x-ndjson"
                ? SchemaFaults(declared["schema"]!, exchange.Body, $"the answer {exchange.Status}")
            : [];
    }

    private IEnumerable<string> RequestFaults(Operation operation, Exchange exchange)
    {
        var declared = operation
            .Parameters.Where(parameter => (string?)parameter["in"] == "query")
            .ToDictionary(parameter => (string)parameter["name"]!);
        foreach (var (name, value) in exchange.Query)
            if (!declared.TryGetValue(name, out var parameter))
                yield return $"the parameter {name} is not declared";
            else
                foreach (var fault in SchemaFaults(parameter["schema"]!, Typed(parameter["schema"]!, value), $"the parameter {name}"))
                    yield return fault;
        if (operation.Body is not null && exchange.RequestBody.Length > 0)
            foreach (var fault in SchemaFaults(operation.Body, exchange.RequestBody, "the body"))
                yield return fault;
    }

    /// <summary>A parameter's text as the JSON that it stands for.</summary>
    private byte[] Typed(JsonNode schema, string value) =>
        (string?)_contract.Resolve(schema)["type"] is "integer" or "boolean"
            ? Encoding.UTF8.GetBytes(value)
            : JsonSerializer.SerializeToUtf8Bytes(value);

    private IEnumerable<string> SchemaFaults(JsonNode schema, byte[] body, string what)
    {
        // A mark of UTF-8 may stand before JSON, and is none of it.
        using var document = JsonDocument.Parse(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsMemory(3) : body);
        var found = _schemas.GetOrAdd(schema, Schema).Evaluate(document.RootElement, Options);
        return found.IsValid
            ? []
            : (found.Details ?? [])
                .Where(detail => detail is { IsValid: false, Errors: not null })
                .SelectMany(detail => detail.Errors!.Select(error => $"{what} at {detail.InstanceLocation}: {error.Value}"))
                .DefaultIfEmpty($"{what} is not of its schema")
                .Take(5);
    }

    private static void Register(JsonNode schemas)
    {
        lock (Building)
            SchemaRegistry.Global.Register(Base, JsonSchema.FromText(Local(new JsonObject { ["$defs"] = schemas.DeepClone() }, "")));
    }

    private static JsonSchema Schema(JsonNode schema)
    {
        lock (Building)
            return JsonSchema.FromText(Local(schema, Base.ToString()));
    }

    /// <summary>With references to the definitions registered under the base.</summary>
    private static string Local(JsonNode schema, string within) =>
        WithoutExtensions(schema).ToJsonString().Replace("#/components/schemas/", $"{within}#/$defs/", StringComparison.Ordinal);

    /// <summary>OpenAPI lets a schema have words of its own, x-…, for those who make clients; JSON Schema knows none of them.</summary>
    private static JsonNode WithoutExtensions(JsonNode schema)
    {
        var rest = schema.DeepClone();
        foreach (var record in Within(rest).OfType<JsonObject>().ToList())
        foreach (var word in record.Select(each => each.Key).Where(key => key.StartsWith("x-", StringComparison.Ordinal)).ToList())
            record.Remove(word);
        return rest;
    }

    private static IEnumerable<JsonNode> Within(JsonNode node) =>
        node switch
        {
            JsonObject record => record.Select(each => each.Value).OfType<JsonNode>().SelectMany(Within).Prepend(record),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Within),
            _ => [],
        };

    /// <summary>Of HTTP itself, and those that protect every answer alike.</summary>
    private static readonly HashSet<string> OfEveryAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type",
        "Content-Length",
        "Content-Language",
        "Content-Disposition",
        "Content-Security-Policy",
        "Content-Encoding",
        "Cache-Control",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Permissions-Policy",
        "Cross-Origin-Resource-Policy",
        "Cross-Origin-Opener-Policy",
        "Date",
        // What the framework adds where it turns an exception into an answer.
        "Expires",
        "Pragma",
        "Allow",
    };
}

/// <summary>A request and its answer, as far as a contract speaks of them.</summary>
/// <param name="Headers">Names of the answer's.</param>
public sealed record Exchange(
    int Status,
    string? ContentType,
    IReadOnlyList<string> Headers,
    byte[] Body,
    IReadOnlyList<(string Name, string Value)> Query,
    byte[] RequestBody
);
