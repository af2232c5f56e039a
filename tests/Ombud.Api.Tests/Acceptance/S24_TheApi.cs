using System.Text;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>What other systems rely on when they write.</summary>
public sealed class S24_TheApi(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task the_same_command_under_the_same_key_is_one_event()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-06" });
        var first = await NoteAsync(address);
        var second = await NoteAsync(address);
        (second.Status, second.ETag, second.Header("Idempotency-Replayed")).ShouldBe((200, "\"2\"", "true"));
        second.Bytes.ShouldBe(first.Bytes);
        (await api.GetAsync($"{address}/history")).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task of_two_writers_on_version_7_one_wins_and_one_is_412()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-06" });
        for (var version = 1; version < 7; version++)
            await api.DoAsync($"{address}/notes", new { text = $"Note {version}" });
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(writer => api.PostAsync($"{address}/notes", new { text = $"Writer {writer}" }, ifMatch: "\"7\""))
        );
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412]);
        answers.Single(answer => answer.Status == 412).ShouldBeProblem(412, "version-mismatch");
        (await api.GetAsync(address)).ETag.ShouldBe("\"8\"");
    }

    [Fact]
    public async Task an_unknown_service_area_is_a_400_that_names_the_field_the_list_and_its_version()
    {
        var fault = (await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06", serviceArea = "fisheries" }))
            .ShouldBeProblem(400, "invalid-input")
            .Json["errors"]![0]!;
        ((string?)fault["field"], (string?)fault["list"], (int?)fault["listVersion"]).ShouldBe(("serviceArea", "serviceAreas", 1));
    }

    [Fact]
    public async Task an_unknown_event_type_breaks_no_reader_of_the_feed()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-06", number = "UNKNOWN-1" });
        await api.DoAsync($"{address}/notes", new { text = "A later version will have another name for it." });
        await using (
            var rename = api.Database.CreateCommand(
                $"update ombud.mt_events set type = 'of_a_later_version' where stream_id = '{address.Split('/')[^1]}' and version = 2"
            )
        )
            await rename.ExecuteNonQueryAsync(OmbudApi.Cancel);
        await api.ReceiveAsync(new { receivedOn = "2023-03-06", number = "UNKNOWN-2" });
        for (var tries = 0; ; tries++)
        {
            var types = (await api.GetAsync("/v1/events?limit=200")).ShouldBe(200).Json["items"]!
                .AsArray()
                .Select(e => (string)e!["type"]!)
                .ToList();
            if (types.Contains("no.ombud.of_a_later_version.v1") && types[^1] == "no.ombud.case_received.v1")
                return;
            tries.ShouldBeLessThan(50, string.Join(' ', types));
            await Task.Delay(100, OmbudApi.Cancel);
        }
    }

    private async Task<Answer> NoteAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/notes")
        {
            Content = new StringContent("""{"text":"She rang again."}""", Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", "\"note-1\"" } },
        };
        return (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel)).ShouldBe(200);
    }
}
