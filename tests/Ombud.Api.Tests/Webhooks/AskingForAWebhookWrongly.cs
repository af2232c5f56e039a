namespace Ombud.Api.Tests.Webhooks;

public sealed class AskingForAWebhookWrongly(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("""{"url":"ftp://example.com/"}""", "url", "https")]
    [InlineData("""{"url":"hook"}""", "url", "absolute https address")]
    [InlineData("""{"url":"https://me:secret@127.0.0.1/"}""", "url", "without user name")]
    [InlineData("""{"url":"https://10.1.2.3/hook"}""", "url", "a private network")]
    [InlineData("""{"url":"https://169.254.169.254/latest/meta-data"}""", "url", "a link-local address")]
    [InlineData("""{"url":"https://[::ffff:192.168.1.1]/"}""", "url", "a private network")]
    [InlineData("""{"url":"https://[fd00::1]/"}""", "url", "a private network")]
    [InlineData("""{"url":"https://0x0a010203/"}""", "url", "a private network")]
    [InlineData("""{"url":"https://no-such-host.invalid/"}""", "url", "no address")]
    [InlineData("""{"url":"http://127.0.0.1/","types":["case_eaten"]}""", "types", "case_received")]
    [InlineData("""{"url":"http://127.0.0.1/","secret":"mine"}""", "secret", "Unknown")]
    [InlineData("{}", "url", "Give url")]
    public async Task names_the_field_and_the_rule(string body, string field, string said)
    {
        var problem = (await api.PostJsonAsync("/v1/webhooks", body)).ShouldBeProblem(400, "invalid-input");
        problem.Fields.ShouldBe([field]);
        ((string?)problem.Json["errors"]![0]!["detail"]).ShouldNotBeNull().ShouldContain(said);
        problem.Json.ToJsonString().ShouldNotContain("me:secret");
    }

    [Fact]
    public async Task more_often_than_fifty_times_is_refused()
    {
        for (var n = 0; n < 50; n++)
            (
                await api.PostAsync("/v1/webhooks", new { url = "http://127.0.0.1:9/", types = new[] { "case_voided" } }, "ringsted")
            ).ShouldBe(201);
        (await api.PostAsync("/v1/webhooks", new { url = "http://127.0.0.1:9/" }, "ringsted")).ShouldBeProblem(409, "too-many-webhooks");
        (await api.GetAsync("/v1/webhooks?limit=200", "ringsted")).Json["items"]!.AsArray().Count.ShouldBe(50);
    }
}
