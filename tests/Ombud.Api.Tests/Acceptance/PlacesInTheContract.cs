using System.Text.Json.Nodes;
using Ombud.Api.Tests.Access;
using Ombud.Testing.Contract;
using Operation = Ombud.Api.Tests.Access.Operation;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A place in a request that takes a value of some kind: a query parameter, or a field of the body, at any depth.</summary>
/// <param name="Field">As a fault names it, such as <c>windows[0].status</c>; of a query parameter its name.</param>
/// <param name="Schema">What it takes.</param>
/// <param name="BodyWith">The smallest body that has a value there; null for a query parameter.</param>
internal sealed record PlaceInTheContract(Operation Operation, string Field, JsonNode Schema, Func<JsonNode, JsonNode>? BodyWith)
{
    /// <summary>The words of an enumeration.</summary>
    public IReadOnlyList<string> Words => [.. Schema["enum"]!.AsArray().Select(word => (string)word!)];

    /// <summary>The smallest query that has a value there.</summary>
    public string QueryWith(string value) =>
        string.Join(
            '&',
            Operation
                .Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(given => !given.StartsWith($"{Field}=", StringComparison.Ordinal))
                .Append($"{Field}={Uri.EscapeDataString(value)}")
        );

    public override string ToString() => $"{Operation.Method} {Operation.Path}: {Field}";
}

internal static class PlacesInTheContract
{
    /// <summary>Every place whose schema is of a kind.</summary>
    public static IReadOnlyList<PlaceInTheContract> ThatAre(Func<JsonNode, bool> kind)
    {
        var contract = OpenApi.Read();
        var places = new List<PlaceInTheContract>();
        foreach (var (operation, written) in Operation.All().Zip(contract.Operations))
        {
            foreach (var given in written.Parameters.Where(parameter => (string?)parameter["in"] == "query"))
                if (Alternatives(given["schema"]!, contract).FirstOrDefault(kind) is { } taken)
                    places.Add(new(operation, (string)given["name"]!, taken, null));
            if (written.Body is { } body)
                AddFields(body, "", value => value, 0);

            void AddFields(JsonNode schema, string path, Func<JsonNode, JsonNode> wrap, int depth)
            {
                foreach (var form in Alternatives(schema, contract))
                {
                    if (kind(form))
                        places.Add(new(operation, path, form, wrap));
                    // A replacement is read as the body of its endpoint, which is among the operations itself.
                    foreach (var (name, field) in depth < 4 ? form["properties"] as JsonObject ?? [] : [])
                        if (name != "replacement")
                            AddFields(field!, path.Length == 0 ? name : $"{path}.{name}", Member(form, name, wrap), depth + 1);
                    if (depth < 4 && form["items"] is { } items)
                        AddFields(items, $"{path}[0]", item => wrap(new JsonArray(item)), depth + 1);
                }
            }

            Func<JsonNode, JsonNode> Member(JsonNode form, string name, Func<JsonNode, JsonNode> wrap) =>
                value =>
                {
                    var whole = MinimalBody.Of(form, contract)!.AsObject();
                    whole[name] = value;
                    return wrap(whole);
                };
        }
        return places;
    }

    /// <summary>What a schema may be, references followed: itself, and each of its alternatives.</summary>
    private static IEnumerable<JsonNode> Alternatives(JsonNode schema, OpenApi contract)
    {
        var form = contract.Resolve(schema);
        return new[] { "oneOf", "anyOf", "allOf" }
            .SelectMany(choice => form[choice] as JsonArray ?? [])
            .SelectMany(choice => Alternatives(choice!, contract))
            .Prepend(form);
    }
}
