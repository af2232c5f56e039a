using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Tests.Deadlines;

public sealed class SayingWhatIsUncertain(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    // What is not sure was once marked so in texts.
    private const string Mark = "[?]";

    public async ValueTask InitializeAsync()
    {
        await api.ImportDrammenAsync();
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("drammen_deadlines.ndjson"), OmbudApi.Cancel))
        ).Faults.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("nb")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task is_a_field_of_its_own_and_a_sentence(string language)
    {
        var rules = (await api.GetAsync($"/v1/deadline-rules?language={language}")).ShouldBe(200);
        var byId = rules.Json["items"]!.AsArray().ToLookup(rule => (string)rule!["id"]!);
        foreach (var rule in LawRules.All)
            ShouldSay(
                byId[rule.Id].Single(each => (int)each!["version"]! == rule.Version)!["uncertain"],
                rule.Uncertain?.What.In(language),
                rule.Uncertain?.Why.In(language)
            );
        var calculated = (
            await api.GetAsync($"/v1/deadlines/calculate?rule=NO.pbl.21-7.building-application&start=2023-03-06&language={language}")
        )
            .ShouldBe(200)
            .Json;
        ShouldBeExplained(calculated);
        calculated["uncertain"].ShouldNotBeNull();
        var board = (await api.GetAsync($"/v1/deadlines?asOf=2023-06-13T13:00:00Z&language={language}")).ShouldBe(200);
        foreach (var item in board.Json["items"]!.AsArray())
            ShouldBeExplained(item!);
        board.Json["items"]!.AsArray().ShouldContain(item => item!["uncertain"] != null);
        board.Json["items"]!.AsArray().ShouldContain(item => item!["uncertain"] == null);
    }

    [Theory]
    [InlineData("/v1/deadline-rules", null)]
    [InlineData("/v1/deadlines?asOf=2023-06-13T13:00:00Z", null)]
    [InlineData("/deadlines?asOf=2023-06-13T13:00:00Z", null)]
    [InlineData("/v1/holidays?country=DK", null)]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13", null)]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13", "text/html")]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13&table=response-times-by-rule", "text/csv")]
    [InlineData("/v1/follow-up", null)]
    [InlineData("/follow-up", null)]
    [InlineData("/v1/municipality", null)]
    [InlineData("/openapi/v1.json", null)]
    public async Task is_never_a_mark_in_a_text(string address, string? accept)
    {
        foreach (var municipality in new[] { "drammen", "ringsted" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Ombud-Municipality", municipality);
            if (accept is not null)
                request.Headers.Add("Accept", accept);
            var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
            Encoding.UTF8.GetString(answer.ShouldBe(200).Bytes).ShouldNotContain(Mark);
        }
    }

    private static void ShouldBeExplained(JsonNode dated)
    {
        var last = (string)dated["explanation"]!.AsArray()[^1]!;
        if (dated["uncertain"] is { } uncertain)
            last.ShouldEndWith($": {uncertain["what"]}. {uncertain["why"]}");
        else
            last.ShouldNotContain("sik");
        dated.ToJsonString().ShouldNotContain(Mark);
    }

    private static void ShouldSay(JsonNode? uncertain, string? what, string? why) =>
        ((string?)uncertain?["what"], (string?)uncertain?["why"]).ShouldBe((what, why));
}
