using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Access;

/// <summary>An operation as the contract has it.</summary>
/// <param name="Scope">The one that the contract says it asks for.</param>
/// <param name="Body">The smallest that it takes, or null.</param>
/// <param name="Query">The smallest that it takes.</param>
/// <param name="Parameters">The names of all that a query can have.</param>
internal sealed record Operation(HttpMethod Method, string Path, string Scope, string? Body, string Query, IReadOnlyList<string> Parameters)
{
    /// <summary>True where it names something by its id.</summary>
    public bool OfOne => Path.Contains("{id}");

    public static async Task<IReadOnlyList<Operation>> AllAsync()
    {
        var contract = JsonNode.Parse(await File.ReadAllTextAsync(OmbudApi.RepositoryFile("contract/openapi.json"), OmbudApi.Cancel))!;
        return
        [
            .. from path in contract["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select Of(contract, path.Key, operation.Key, operation.Value!),
        ];
    }

    private static Operation Of(JsonNode contract, string path, string method, JsonNode operation)
    {
        var scope = (string)operation["security"]!.AsArray().ShouldHaveSingleItem()!["bearer"]!.AsArray().ShouldHaveSingleItem()!;
        var schema = operation["requestBody"]?["content"]!["application/json"]!["schema"];
        var parameters = (operation["parameters"] as JsonArray ?? []).Where(parameter => (string?)parameter!["in"] == "query").ToList();
        var required = parameters
            .Where(parameter => (bool?)parameter!["required"] == true)
            .Select(parameter => $"{parameter!["name"]}={MinimalBody.Of(parameter["schema"], contract)}");
        operation["responses"]!.AsObject().Select(answer => answer.Key).ShouldContain("401");
        operation["responses"]!.AsObject().Select(answer => answer.Key).ShouldContain("403");
        return new(
            HttpMethod.Parse(method.ToUpperInvariant()),
            $"/v1{path}",
            scope,
            schema is null ? null : MinimalBody.Of(schema, contract)!.ToJsonString(),
            string.Join('&', required),
            [.. parameters.Select(parameter => (string)parameter!["name"]!)]
        );
    }
}
