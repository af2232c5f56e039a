namespace Ombud.Api.Tests.Webhooks;

/// <summary>What a manager asks for under an <c>Idempotency-Key</c>, and asks for again because no answer came.</summary>
public sealed class RepeatingWhatIsSentToASubscriber(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task sends_it_once_and_answers_alike()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url, "drammen", "case_received");
        await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
        await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
        var sent = (await subscriber.ShouldGetAsync(2)).Select(each => (string)each.Event["id"]!).ToList();
        await hook.EventuallyAsync(_ => true);
        foreach (var (path, other, count) in new[] { ("tests", "secret-rotations", 3), ($"deliveries/{sent[0]}/resend", "tests", 4) })
        {
            var first = (await PostAsync(hook, path, path)).ShouldBe(200);
            var second = (await PostAsync(hook, path, path)).ShouldBe(200);
            (first.Header("Idempotency-Replayed"), second.Header("Idempotency-Replayed")).ShouldBe((null, "true"));
            second.Bytes.ShouldBe(first.Bytes);
            (await PostAsync(hook, other, path)).ShouldBeProblem(422, "idempotency-key-reused");
            (await subscriber.ShouldGetAsync(count)).Count.ShouldBe(count);
        }
        (await PostAsync(hook, $"deliveries/{sent[1]}/resend", $"deliveries/{sent[0]}/resend")).ShouldBe(422);
    }

    [Fact]
    public async Task at_once_sends_it_once()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        var answer = new TaskCompletionSource();
        subscriber.Answer = (_, http) => answer.Task.ContinueWith(_ => http.Response.StatusCode = 204, TaskScheduler.Default);
        var first = PostAsync(hook, "tests", "at once");
        await subscriber.ShouldGetAsync(1);
        (await PostAsync(hook, "tests", "at once")).ShouldBeProblem(409, "request-under-way").Header("Retry-After").ShouldBe("1");
        answer.SetResult();
        (await first).ShouldBe(200);
        (await PostAsync(hook, "tests", "at once")).ShouldBe(200).Header("Idempotency-Replayed").ShouldBe("true");
        subscriber.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task keeps_its_secret_enciphered_and_does_not_tell_it_once_it_is_deleted()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        var secret = (string)(await PostAsync(hook, "secret-rotations", "secret")).ShouldBe(200).Json["secret"]!;
        await using var all = api.Database.CreateCommand(
            "select string_agg(r::text || coalesce(encode(answer, 'escape'), ''), ' ') from ombud.repeatable_requests r"
        );
        var kept = (string)(await all.ExecuteScalarAsync(OmbudApi.Cancel))!;
        kept.ShouldNotContain(secret.Split('_')[1]);
        kept.ShouldNotContain(subscriber.Url);
        (await api.SendAsync(HttpMethod.Delete, hook.Address, new ByteArrayContent([]), "drammen", null)).ShouldBe(204);
        (await PostAsync(hook, "secret-rotations", "secret")).ShouldBeProblem(404, "webhook-not-found");
    }

    private async Task<Answer> PostAsync(Hook hook, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{hook.Address}/{path}")
        {
            Headers = { { "Ombud-Municipality", "drammen" }, { "Idempotency-Key", $"\"{key}\"" } },
        };
        return await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }
}
