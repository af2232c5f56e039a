using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ombud.Failures.Tests;

namespace Ombud.Hostile.Tests.Sockets;

/// <summary>The real process, and what arrives at its port as bytes.</summary>
public sealed class SpeakingNoHttp(ITestOutputHelper output)
{
    // A version that it does not speak, and a transfer coding that it does not know: both are the sender's fault, whatever their first
    // digit.
    private static readonly int[] OfTheSender = [501, 505];
    private static readonly TimeSpan CutOffWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task is_refused_or_cut_off_and_the_server_goes_on()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        RawCases.All.Count.ShouldBeGreaterThan(200);
        var wrong = new List<string>();
        foreach (var request in RawCases.All)
            if (await WrongAsync(place.Url, request) is { } why)
                wrong.Add($"{why}: {Shown(request)}");
        output.WriteLine($"{RawCases.All.Count} exchanges.");
        wrong.ShouldBeEmpty();
        await HealthyAsync(place, up);
    }

    [Fact]
    public async Task byte_by_byte_is_cut_off_while_others_are_served()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        var slow = Enumerable
            .Range(0, 60)
            .Select(n =>
                DripAsync(
                    place.Url,
                    n % 2 == 0
                        ? "GET /health/live HTTP/1.1\r\nHost: x\r\nX: "
                        : "POST /v1/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n"
                )
            )
            .ToList();
        var all = Task.WhenAll(slow);
        using var http = new HttpClient { BaseAddress = place.Url, Timeout = AtOnce };
        while (!all.IsCompleted)
        {
            (await http.GetAsync("/v1/municipality", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
        (await all).ShouldAllBe(took => took < CutOffWithin);
        output.WriteLine($"The last of {slow.Count} was cut off after {(await all).Max().TotalSeconds:N0} s.");
        await HealthyAsync(place, up);
    }

    private static async Task<string?> WrongAsync(Uri url, byte[] request)
    {
        try
        {
            var answers = await RawConnection.ExchangeAsync(url, request);
            return RawConnection.Statuses(answers).FirstOrDefault(status => status >= 500 && !OfTheSender.Contains(status))
                    is > 0
                        and var status
                    ? $"answered {status}"
                : answers.Contains("<script>alert", StringComparison.Ordinal) ? "says again what was sent"
                : answers.Contains("Set-Cookie", StringComparison.OrdinalIgnoreCase) || answers.Contains("   at ", StringComparison.Ordinal)
                    ? "tells of the inside"
                : null;
        }
        catch (TimeoutException)
        {
            return "hangs";
        }
    }

    /// <summary>Sends a beginning, and then a byte a second for as long as the server accepts it.</summary>
    private static async Task<TimeSpan> DripAsync(Uri url, string beginning)
    {
        using var connection = await RawConnection.OpenAsync(url);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var heard = connection.HearAsync();
        await connection.TrySendAsync(Encoding.ASCII.GetBytes(beginning));
        while (!heard.IsCompleted && watch.Elapsed < CutOffWithin && await connection.TrySendAsync("x"u8.ToArray()))
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromSeconds(1)));
        return watch.Elapsed;
    }

    private static async Task HealthyAsync(Workplace place, OmbudProcess up)
    {
        up.HasEnded.ShouldBeFalse(up.Said);
        up.Said.Split('\n').SkipWhile(line => !line.Contains("fail: ", StringComparison.Ordinal)).Take(12).ShouldBeEmpty();
        up.Said.ShouldNotContain("crit: ");
        up.Said.ShouldNotContain("Unhandled");
        using var http = new HttpClient { BaseAddress = place.Url, Timeout = AtOnce };
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.PostAsJsonAsync("/v1/cases", new { number = "after-all", receivedOn = "2023-06-12" })).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
        (await place.Store.CountAsync("after-all")).ShouldBe(1);
        await place.Store.EveryStreamShouldBeWholeAsync();
    }

    private static string Shown(byte[] request) =>
        Encoding.Latin1.GetString(request) is var text && text.Length > 300 ? $"{text[..300]} … ({text.Length:N0})" : text;
}
