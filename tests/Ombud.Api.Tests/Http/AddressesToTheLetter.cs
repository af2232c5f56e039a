using Ombud.Api.Access;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

/// <summary>Every address of the contract, written another way: there is nothing there, whatever the method.</summary>
public sealed class AddressesToTheLetter(GuardedApi api) : IClassFixture<GuardedApi>
{
    private const string Id = "0197a3c4-5f00-7000-8000-0000000000ab";

    private static readonly Func<string, string>[] OtherWays =
    [
        path => path + "/",
        path => path + "//",
        path => path.Replace("/v1/", "/V1/"),
        path => path.Replace("/v1/", "/v1//"),
        path => $"/v1/{char.ToUpperInvariant(path[4])}{path[5..]}",
        path => path + "/%zz",
        path => path + "%zz",
        path => path + "%20",
        path => path.Replace("/v1/", "/v1%2f"),
    ];

    private static readonly Func<string, string>[] OtherIds =
    [
        id => $"{{{id}}}",
        id => $"%7B{id}%7D",
        id => $"({id})",
        id => id.Replace("-", ""),
        id => $"urn:uuid:{id}",
        id => $"%20{id}",
        id => $"{id}%0A",
        id => id[..^1],
        _ => "{0x0197a3c4,0x5f00,0x7000,{0x80,0x00,0x00,0x00,0x00,0x00,0x00,0xab}}",
    ];

    [Fact]
    public async Task are_the_only_ones()
    {
        var key = await api.KeyAsync("drammen", [.. Scopes.All]);
        // A number is any text.
        foreach (var operation in Operation.All().Where(operation => !operation.Path.Contains("{number}")))
        {
            var path = operation.Path.Replace("{requestId}", Id).Replace("{version}", "1");
            List<string> others =
            [
                .. OtherWays.Select(write => write(path.Replace("{id}", Id))),
                .. operation.OfOne ? OtherIds.Select(write => path.Replace("{id}", write(Id))) : [],
            ];
            foreach (var method in new[] { operation.Method, HttpMethod.Delete })
            foreach (var other in others)
            {
                var answer = await api.AskAsync(key, other, method);
                answer.Status.ShouldBe(404, $"{method} {other}");
                answer.ShouldBeProblem(404, "not-found");
            }
        }
        foreach (
            var page in new[] { "/deadlines/", "/Reports", "/follow-up/", "/health/live/", "/Health/ready", $"/cases/{{{Id}}}/history" }
        )
            (await api.AskAsync(key, page)).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task take_an_id_in_upper_case_as_the_same()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        foreach (var kind in new[] { "cases", "recommendations", "measures", "feedback", "people" })
            (await api.AskAsync(key, $"/v1/{kind}/{there[kind].ToUpperInvariant()}")).ShouldBe(200);
    }
}
