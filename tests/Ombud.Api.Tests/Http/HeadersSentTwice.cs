using Ombud.Api.Access;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

public sealed class HeadersSentTwice(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Theory]
    [InlineData("Ombud-On-Behalf-Of", "user-1", "user-2")]
    [InlineData("Ombud-On-Behalf-Of", "user-1", "user-1")]
    [InlineData("Ombud-Municipality", "drammen", "drammen")]
    [InlineData("Authorization", "Bearer a", "Bearer b")]
    public async Task are_refused_by_name_where_they_have_one_value(string name, string first, string second)
    {
        var key = name == "Authorization" ? null : await api.KeyAsync("drammen", [.. Scopes.All]);
        foreach (var operation in Operation.All().Where(operation => !operation.OfOne))
        {
            using var request = new HttpRequestMessage(operation.Method, operation.Path);
            request.Headers.TryAddWithoutValidation(name, [first, second]);
            if (key is not null)
                request.Headers.Add("Authorization", $"Bearer {key}");
            (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel))
                .ShouldBeProblem(400, "invalid-input")
                .Fields.ShouldBe([name]);
        }
    }

    [Fact]
    public async Task are_one_list_where_they_are_lists() =>
        (
            await api.AskAsync(
                await api.KeyAsync("drammen", [.. Scopes.All]),
                "/v1/cases",
                headers:
                [
                    ("Accept", "application/xml"),
                    ("Accept", "application/json"),
                    ("If-None-Match", "\"1\""),
                    ("If-None-Match", "\"2\""),
                ]
            )
        ).ShouldBe(200);
}
