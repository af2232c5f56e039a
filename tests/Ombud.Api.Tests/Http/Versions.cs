using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Cases;

namespace Ombud.Api.Tests.Http;

public sealed class Versions(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_stale_version_is_refused_and_changes_nothing()
    {
        var address = await api.ReceivedAsync();
        (await api.PostAsync($"{address}/closure", new { outcome = "guided" }, ifMatch: "\"2\"")).ShouldBeProblem(412, "version-mismatch");
        (await api.GetAsync(address)).ETag.ShouldBe("\"3\"");
        (await api.PostAsync($"{address}/closure", new { outcome = "guided" }, ifMatch: "\"3\"")).ShouldBe(200).ETag.ShouldBe("\"4\"");
    }

    [Fact]
    public async Task of_two_writers_on_one_version_one_wins()
    {
        var address = await api.ReceivedAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => api.PostAsync($"{address}/closure", new { outcome = i % 2 == 0 ? "guided" : "upheld" }, ifMatch: "\"3\""))
        );
        var etags = answers.Count(answer => answer.ETag == "\"4\"");
        etags.ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.ETag != "\"4\""))
            loser.ShouldBeProblem(412, "version-mismatch");
    }

    [Fact]
    public async Task what_has_not_changed_is_not_sent_again()
    {
        var address = await api.ReceivedAsync();
        (await api.GetAsync(address, ifNoneMatch: "\"3\"")).ShouldBe(304).Bytes.ShouldBeEmpty();
        (await api.GetAsync(address, ifNoneMatch: "\"2\"")).ShouldBe(200);
    }

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("W/\"3\"")]
    [InlineData("\"1\", W/\"3\", \"7\"")]
    [InlineData("*")]
    public async Task a_tag_matches_weakly_and_among_others_where_something_is_read(string tags)
    {
        var address = await api.ReceivedAsync();
        var unchanged = (await api.GetAsync(address, ifNoneMatch: tags)).ShouldBe(304);
        (unchanged.ETag, unchanged.Bytes.Length).ShouldBe(("\"3\"", 0));
        (await api.GetAsync(address, ifNoneMatch: "\"2\", W/\"4\"")).ShouldBe(200);
    }

    [Theory]
    [InlineData("/v1/municipality")]
    [InlineData("{case}")]
    [InlineData("{case}/history")]
    [InlineData("{report}")]
    public async Task whatever_has_a_tag_is_answered_with_304_to_it(string of)
    {
        var address = of.Replace("{case}", of.Contains("{case}") ? await api.ReceivedAsync() : "")
            .Replace("{report}", of.Contains("{report}") ? await PublishedAsync() : "");
        var etag = (await api.GetAsync(address)).ShouldBe(200).ETag.ShouldNotBeNull();
        foreach (var tags in new[] { etag, $"W/{etag}", $"\"x\", {etag}", "*" })
            (await api.GetAsync(address, ifNoneMatch: tags)).ShouldBe(304).ETag.ShouldBe(etag);
        (await api.GetAsync(address, ifNoneMatch: "\"x\", W/\"y\"")).ShouldBe(200);
    }

    [Theory]
    [InlineData("\"3\"", 200)]
    [InlineData("\"1\", \"3\"", 200)]
    [InlineData("*", 200)]
    [InlineData("W/\"3\"", 412)]
    [InlineData("\"1\", W/\"3\"", 412)]
    [InlineData("\"03\"", 412)]
    [InlineData("\"three\"", 412)]
    [InlineData("\"99999999999999999999\"", 412)]
    public async Task a_change_takes_any_of_several_tags_and_no_weak_one(string tags, int status)
    {
        var address = await api.ReceivedAsync();
        (await api.PostAsync($"{address}/closure", new { outcome = "guided" }, ifMatch: tags)).ShouldBe(status);
        (await api.GetAsync(address)).ETag.ShouldBe(status == 200 ? "\"4\"" : "\"3\"");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"3\"")]
    public async Task what_does_not_exist_is_not_found_whatever_its_tag(string tag) =>
        (await api.PostAsync($"/v1/cases/{Guid.Empty}/closure", new { outcome = "guided" }, ifMatch: tag)).ShouldBeProblem(
            404,
            "case-not-found"
        );

    [Fact]
    public async Task what_is_not_there_yet_is_not_made_where_it_must_be_there()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(file), "not-yet", "*")).ShouldBeProblem(
            412,
            "version-mismatch"
        );
        (await api.GetAsync("/v1/municipality", "not-yet")).ShouldBeProblem(404, "municipality-not-configured");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"7")]
    [InlineData("\"7\" \"8\"")]
    public async Task what_is_no_tag_is_explained(string tag) =>
        (await api.PostAsync($"{await api.ReceivedAsync()}/closure", new { outcome = "guided" }, ifMatch: tag))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["If-Match"]);

    private async Task<string> PublishedAsync() => (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = "2023-06-13",
                }
            )
        ).ShouldBe(201).Header("Location")!;
}
