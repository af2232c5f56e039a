using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Ombud.Failures.Tests;

/// <summary><c>OMBUD_RETRIED_CREATES</c> says how many cases are made.</summary>
public sealed class SendingAgainThroughABrokenNetwork
{
    private static readonly int Creates = int.Parse(
        Environment.GetEnvironmentVariable("OMBUD_RETRIED_CREATES") ?? "300",
        CultureInfo.InvariantCulture
    );
    private const int Clients = 8;

    [Fact]
    public async Task makes_each_case_once()
    {
        await using var place = new Workplace();
        await place.UpAsync();
        var before = await place.Store.ReceivedAsync();
        await using var network = new CuttingProxy(place.Url);
        using var http = new HttpClient { BaseAddress = network.Url, Timeout = TimeSpan.FromSeconds(20) };
        var keys = new ConcurrentQueue<int>(Enumerable.Range(1, Creates));
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    while (keys.TryDequeue(out var key))
                    while (!await IsMadeAsync(http, key))
                        continue;
                })
        );
        network.Cuts.ShouldBeGreaterThan(Creates / 5);
        (await place.Store.ReceivedAsync()).ShouldBe(before + Creates);
    }

    /// <summary>False where no answer came, or the request before is still being done.</summary>
    private static async Task<bool> IsMadeAsync(HttpClient http, int key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/cases")
        {
            Content = JsonContent.Create(new { receivedOn = "2023-03-06" }),
            Headers = { { "Ombud-Municipality", "drammen" }, { "Idempotency-Key", $"\"create {key}\"" } },
        };
        try
        {
            using var answer = await http.SendAsync(request);
            await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict);
            return answer.StatusCode == HttpStatusCode.Created;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
