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
    [InlineData("7")]
    [InlineData("W/\"7\"")]
    [InlineData("\"seven\"")]
    public async Task a_tag_of_another_kind_is_explained(string tag) =>
        (await api.PostAsync($"{await api.ReceivedAsync()}/closure", new { outcome = "guided" }, ifMatch: tag))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["If-Match"]);
}
