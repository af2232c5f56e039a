using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Ombud.Failures.Tests;

/// <summary>A client that repeats what was not answered, and takes nothing for an answer but what the API promises.</summary>
internal sealed class Client(Uri url) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    // An answer that takes so long is taken for none at all, and fails the test.
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(20) };
    private int _unanswered;
    private int _unavailable;

    public int Unanswered => _unanswered;

    public int Unavailable => _unavailable;

    /// <param name="version">For <c>If-Match</c>.</param>
    /// <param name="repeated">What a repeated request is answered where the first was recorded after all.</param>
    public async Task<HttpResponseMessage> InsistAsync(
        string path,
        object command,
        int? version,
        HttpStatusCode done,
        HttpStatusCode repeated
    )
    {
        var giveUp = DateTime.UtcNow + Patience;
        for (var first = true; ; first = false)
        {
            var answer = await AskAsync(path, command, version);
            if (answer?.StatusCode == done || (!first && answer?.StatusCode == repeated))
                return answer!;
            if (answer is not null)
                await ShouldSayThatTheDatabaseIsAwayAsync(answer);
            DateTime.UtcNow.ShouldBeLessThan(giveUp, $"{path} is answered in the end");
            await Task.Delay(Pause);
        }
    }

    public async Task<HttpResponseMessage?> AskAsync(string path, object command, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(command) };
        request.Headers.Add("Ombud-Municipality", "drammen");
        if (version is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        try
        {
            return await _http.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _unanswered);
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task ShouldSayThatTheDatabaseIsAwayAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, problem);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        problem.ShouldContain("/problems/database-unavailable");
        answer.Headers.RetryAfter.ShouldNotBeNull();
        Interlocked.Increment(ref _unavailable);
        answer.Dispose();
    }
}
