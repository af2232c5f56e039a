using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>
/// Every operation of the contract, asked by every role and by nobody, for its own municipality and for another. What must come of
/// it is computed from the contract; nothing of it is written down twice.
/// </summary>
public sealed class TheMatrix(GuardedApi api) : IClassFixture<GuardedApi>
{
    private const string Stranger = "nobody";
    private Dictionary<string, string> _foreign = [];

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> RolesAndNobody { get; } =
        Roles.All.Append(new("none of the scopes", [])).Append(new("all of the scopes", Scopes.All)).ToDictionary();

    [Fact]
    public async Task of_operations_roles_and_municipalities_holds_in_every_cell()
    {
        var (operations, cells, wrong) = (Operation.All(), 0, new List<string>());
        await LiveInRingstedAsync();
        foreach (var (role, scopes) in RolesAndNobody.Append(new(Stranger, [])))
        {
            var key = role == Stranger ? null : await api.KeyAsync("drammen", [.. scopes]);
            var token = role == Stranger ? null : api.Issuer.Token(Issuer.Claims(string.Join(' ', scopes)));
            foreach (var operation in operations)
            foreach (var foreign in new[] { false, true })
            foreach (var proof in key is null ? [null] : new[] { key, token })
            {
                cells++;
                var (expected, got) = (Expected(operation, role, scopes, foreign), await AskAsync(operation, proof, foreign));
                if (got != expected)
                    wrong.Add($"{operation.Method} {operation.Path} as {role}{(foreign ? " for Ringsted" : "")}: {got}, not {expected}");
            }
        }
        wrong.ShouldBeEmpty();
        cells.ShouldBe(operations.Count * 2 * (2 * RolesAndNobody.Count + 1));
        operations.Count.ShouldBeGreaterThan(60);
    }

    private static (int Status, string? Problem) Expected(Operation operation, string role, IReadOnlyList<string> scopes, bool foreign) =>
        role == Stranger ? (401, "unauthenticated")
        : !scopes.Contains(operation.Scope) ? (403, "scope-missing")
        : foreign ? (404, "not-found")
        // The id is one of Ringsted's: to Drammen there is no such thing.
        : operation.OfOne
            ? (
                404,
                operation.Path.StartsWith("/v1/people/", StringComparison.Ordinal)
                    ? "person-not-found"
                    : $"{operation.Path.Split('/')[2].TrimEnd('s')}-not-found"
            )
        : JustReads(operation) ? (200, null)
        // Let in, and stopped at the parameter that it does not take: nothing is to be changed here.
        : (400, "invalid-input");

    // A comparison takes one of two sets of parameters, so that the contract can call none of them required; a calculation needs more than
    // its rule; the sizes of checkpoints are nobody's to guess.
    private static bool JustReads(Operation operation) =>
        operation.Method == HttpMethod.Get
        && operation.Path is not ("/v1/reports/comparison" or "/v1/deadlines/calculate" or "/v1/audit/consistency");

    private async Task<(int Status, string? Problem)> AskAsync(Operation operation, string? proof, bool foreign)
    {
        var path = OneOfEach.AddressOf(operation, _foreign);
        var address = operation.OfOne || JustReads(operation) ? $"{path}?{operation.Query}" : $"{path}?nonsense=1";
        using var content =
            operation.Body is not null ? new StringContent(operation.Body, Encoding.UTF8, "application/json")
            : operation is { Path: "/v1/imports", Method.Method: "POST" } ? new StringContent("number", Encoding.UTF8, "text/csv")
            : null;
        using var request = new HttpRequestMessage(operation.Method, address) { Content = content };
        if (proof is not null)
            request.Headers.Add("Authorization", $"Bearer {proof}");
        if (foreign)
            request.Headers.Add("Ombud-Municipality", "ringsted");
        using var response = await api.Http.SendAsync(request, OmbudApi.Cancel);
        var problem = response.IsSuccessStatusCode
            ? null
            : ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(OmbudApi.Cancel))!["type"])?.Split('/')[^1];
        return ((int)response.StatusCode, problem);
    }

    /// <summary>One of each kind in Ringsted, and their ids: what Drammen must not find.</summary>
    private async Task LiveInRingstedAsync()
    {
        _foreign = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        foreach (var kind in new[] { "cases", "feedback", "measures", "recommendations", "reports" })
            (await api.AskAsync(key, $"/v1/{kind}/{_foreign[kind]}/history")).ShouldBe(200);
    }
}
