using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

/// <summary>Every operation of the contract that takes a language, and the pages.</summary>
public sealed class ChoosingALanguage(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["/v1/reports/statistics"] = "from=2023-01-01&to=2023-06-13",
        ["/v1/reports/series"] = "from=2022-01-01&to=2023-12-31&tables=cases.byServiceArea",
        ["/v1/reports/comparison"] = "from=2023-01-01&to=2023-06-13&asOf=2023-06-13T13:00:00Z&with=2023-06-14T13:00:00Z",
        ["/v1/deadlines/calculate"] = "rule=NO.fvl.11a.preliminary-reply&start=2023-03-06",
    };

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("da-DK", "da")]
    [InlineData("da;q=0.5, en;q=0.4", "da")]
    [InlineData("en;q=0.4, da;q=0.5", "da")]
    [InlineData("de, fr;q=0.9, en;q=0.1", "en")]
    [InlineData("en;q=0, da", "da")]
    [InlineData("no", "nb")]
    [InlineData("nn", "nn")]
    [InlineData("nn-NO", "nn")]
    [InlineData("nn, nb;q=0.8, no;q=0.7", "nn")]
    [InlineData("nb-NO", "nb")]
    [InlineData("no, en;q=0.9", "nb")]
    [InlineData("sv", "nb")]
    [InlineData("sv, *;q=0.5", "nb")]
    [InlineData("*", "nb")]
    [InlineData("*, en;q=0.5", "nb")]
    [InlineData(";;;q=x", "nb")]
    [InlineData(null, "nb")]
    public async Task without_the_parameter_is_as_the_caller_likes_best(string? likes, string language)
    {
        foreach (var address in Addresses())
        {
            var answer = (await AskAsync(address, likes)).ShouldBe(200);
            answer.Header("Content-Language").ShouldBe(language, address);
            answer.Header("Vary").ShouldNotBeNull(address).ShouldContain("Accept-Language");
            var chosen = (await AskAsync($"{address}{(address.Contains('?') ? '&' : '?')}language={language}", "de")).ShouldBe(200);
            chosen.Header("Content-Language").ShouldBe(language, address);
            if (answer.ContentType is "application/json")
                Timeless(answer).ShouldBe(Timeless(chosen), address);
        }
    }

    [Fact]
    public async Task with_the_parameter_is_as_it_says()
    {
        foreach (var address in Addresses())
            (await AskAsync($"{address}{(address.Contains('?') ? '&' : '?')}language=da", "en"))
                .ShouldBe(200)
                .Header("Content-Language")
                .ShouldBe("da", address);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("no")]
    [InlineData("sv")]
    public async Task by_a_parameter_that_is_none_of_them_is_refused(string language) =>
        (await AskAsync($"/v1/deadline-rules?language={language}", null))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["language"]);

    [Fact]
    public async Task does_not_reach_what_was_published()
    {
        var published = await AskAsync("/v1/reports", "en", """{"kind":"annual","from":"2023-01-01","to":"2023-12-31"}""");
        published.ShouldBe(201);
        ((string?)published.Json["language"]).ShouldBe("nb");
        var address = published.Header("Location")!;
        var (plain, inEnglish) = (await AskAsync(address, null), await AskAsync(address, "en"));
        (inEnglish.ShouldBe(200).ETag, inEnglish.Header("Content-Language")).ShouldBe((plain.ETag, "nb"));
        inEnglish.Bytes.ShouldBe(plain.Bytes);
        ((bool)(await AskAsync($"{address}/verification", "en")).ShouldBe(200).Json["equal"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task is_for_pages_too()
    {
        foreach (var page in new[] { "/deadlines", "/reports", "/follow-up", "/deadlines?on=nonsense", "/reports?municipality=atlantis" })
        {
            var answer = await AskAsync(page, "da-DK, en;q=0.5");
            answer.Header("Content-Language").ShouldBe("da", page);
            answer.Header("Vary").ShouldNotBeNull(page).ShouldContain("Accept-Language");
            Encoding.UTF8.GetString(answer.Bytes).ShouldContain("<html lang=\"da\">");
            (await AskAsync($"{page}{(page.Contains('?') ? '&' : '?')}language=en", "da")).Header("Content-Language").ShouldBe("en", page);
        }
    }

    [Fact]
    public async Task says_that_problems_are_in_english() =>
        (await AskAsync("/v1/deadline-rules?language=sv", "da")).ShouldBe(400).Header("Content-Language").ShouldBe("en");

    private static IReadOnlyList<string> Addresses()
    {
        List<string> addresses =
        [
            .. from operation in Operation.All()
            where operation.Method == HttpMethod.Get && operation.Parameters.Contains("language")
            select Needed.TryGetValue(operation.Path, out var query) ? $"{operation.Path}?{query}" : operation.Path,
        ];
        addresses.Count.ShouldBeGreaterThan(8);
        return addresses;
    }

    private static string Timeless(Answer answer)
    {
        var json = answer.Json;
        if (json is JsonObject whole)
            foreach (var name in new[] { "asOf", "moment", "digest" })
                whole.Remove(name);
        return json.ToJsonString();
    }

    private async Task<Answer> AskAsync(string address, string? likes, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (likes is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", likes);
        return await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }
}
