using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Health;

/// <summary>Readiness is one word for anybody, and a document for whoever may administer: of their municipality alone.</summary>
public sealed class ReadingReadiness(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Fact]
    public async Task is_one_word_for_strangers_and_for_callers_that_may_not_administer()
    {
        foreach (var bearer in new[] { null, "nonsense", await api.KeyAsync("drammen", "figures:read", "cases:write", "audit:read") })
        {
            var answer = (await api.AskAsync(bearer, "/health/ready")).ShouldBe(200);
            (answer.ContentType, System.Text.Encoding.UTF8.GetString(answer.Bytes)).ShouldBe(("text/plain", "Healthy"));
        }
    }

    [Fact]
    public async Task tells_an_administrator_of_the_database_and_the_clocks()
    {
        var answer = (await api.AskAsync(await api.KeyAsync("drammen", "admin"), "/health/ready")).ShouldBe(200);
        answer.ContentType.ShouldBe("application/json");
        ((string?)answer.Json["status"], (string?)answer.Json["database"]).ShouldBe(("healthy", "PostgreSQL answers."));
        ((bool?)answer.Json["clock"]!["agree"]).ShouldBe(true);
        answer.Json["ahead"]!.AsArray().ShouldBeEmpty();
        answer.Json["unreadable"]!["streams"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task names_streams_that_cannot_be_read_and_futures_to_their_own_municipality_alone()
    {
        var (drammen, ringsted) = (await api.KeyAsync("drammen", "admin"), await api.KeyAsync("ringsted", "admin"));
        var writer = await api.KeyAsync("ringsted", "cases:write", "cases:read");
        var created = await api.AskAsync(
            writer,
            "/v1/cases",
            HttpMethod.Post,
            new StringContent("""{"receivedOn":"2023-05-02"}""", System.Text.Encoding.UTF8, "application/json")
        );
        var address = created.ShouldBe(201).Header("Location")!;
        await RunAsync($"update ombud.mt_events set data = '[]' where stream_id = '{address[^36..]}'");
        await RunAsync("insert into ombud.fences values ('ringsted', '2999-01-01')");

        var unreadable = (await api.AskAsync(writer, address)).ShouldBeProblem(500, "unreadable-event");
        ((string?)unreadable.Json["detail"])!.ShouldContain("./ombud verify");

        var theirs = (await api.AskAsync(ringsted, "/health/ready")).ShouldBe(200).Json;
        ((string?)theirs["status"]).ShouldBe("degraded");
        var stream = theirs["unreadable"]!["streams"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)stream["municipality"], (string?)stream["stream"], (int?)stream["version"], (string?)stream["type"]).ShouldBe(
            ("ringsted", address[^36..], 1, "case_received")
        );
        ((string?)stream["reason"]).ShouldNotBeNullOrEmpty();
        ((string?)theirs["ahead"]!.AsArray().ShouldHaveSingleItem()!["municipality"]).ShouldBe("ringsted");

        ((string?)(await api.AskAsync(drammen, "/health/ready")).ShouldBe(200).Json["status"]).ShouldBe("healthy");
        (await api.AskAsync(null, "/health/ready")).ShouldBe(200);
        api.Log.Lines.Count(line => line.StartsWith("Error") && line.Contains(address[^36..])).ShouldBe(1);
        api.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") && !line.StartsWith("Error Marten") && line.Contains("   at "));
    }

    private async Task RunAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }
}
