using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Access;

/// <summary>An operation as the contract has it.</summary>
/// <param name="Scope">The one that the contract says it asks for.</param>
/// <param name="Body">The smallest that it takes, or null.</param>
/// <param name="Query">The smallest that it takes.</param>
/// <param name="Parameters">The names of all that a query can have.</param>
internal sealed record Operation(HttpMethod Method, string Path, string Scope, string? Body, string Query, IReadOnlyList<string> Parameters)
{
    /// <summary>True where it names something by its id or its number.</summary>
    public bool OfOne => Path.Contains("{id}") || Path.Contains("{number}");

    public static IReadOnlyList<Operation> All()
    {
        var contract = OpenApi.Read();
        return [.. contract.Operations.Select(operation => Of(contract, operation))];
    }

    private static Operation Of(OpenApi contract, Testing.Contract.Operation operation)
    {
        operation.Answers.Keys.ShouldContain("401");
        operation.Answers.Keys.ShouldContain("403");
        var parameters = operation.Parameters.Where(parameter => (string?)parameter["in"] == "query").ToList();
        var required = parameters
            .Where(parameter => (bool?)parameter["required"] == true)
            .Select(parameter => $"{parameter["name"]}={parameter["example"] ?? MinimalBody.Of(parameter["schema"], contract)}");
        return new(
            operation.Method,
            $"/v1{operation.Path}",
            operation.Scope,
            operation.Body is null ? null : MinimalBody.Of(operation.Body, contract)!.ToJsonString(),
            string.Join('&', required),
            [.. parameters.Select(parameter => (string)parameter["name"]!)]
        );
    }
}
