using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace Ombud.Failures.Tests;

/// <summary>
/// Eight clients that register cases and work on them. Where an answer does not come, or says that the database is away, they
/// ask again, as careful clients do; so at the end each knows exactly what must have been recorded.
/// </summary>
internal sealed class Writers : IAsyncDisposable
{
    private const int Count = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private const int VersionWhenReceived = 3;

    private static readonly (string Path, object Command)[] Steps =
    [
        ("category", new { serviceArea = "health", matters = new[] { "late_or_no_reply" } }),
        ("closure", new { outcome = "guided" }),
        ("reopening", new { }),
    ];

    private readonly Client _client;
    private readonly ConcurrentDictionary<string, int> _versions = [];
    private readonly CancellationTokenSource _enough = new();
    private readonly Task _work;

    public Writers(Uri url)
    {
        _client = new(url);
        _work = Task.WhenAll(Enumerable.Range(1, Count).Select(WorkAsync));
    }

    /// <summary>Number and version of each case that must be there.</summary>
    public IReadOnlyList<string> Recorded => [.. _versions.Select(each => $"{each.Key} at {each.Value}").Order(StringComparer.Ordinal)];

    public int Unanswered => _client.Unanswered;

    public int Unavailable => _client.Unavailable;

    /// <summary>Waits until so many more cases are recorded: the writers are in the middle of it.</summary>
    public async Task GoOnAsync(int cases)
    {
        var wanted = _versions.Count + cases;
        await Eventually.IsTrueAsync(() => _versions.Count >= wanted || _work.IsFaulted, "the writers go on");
        if (_work.IsFaulted)
            await _work;
    }

    /// <summary>Lets each finish the step it is at.</summary>
    public async Task StopAsync()
    {
        await _enough.CancelAsync();
        await _work;
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
        _client.Dispose();
        _enough.Dispose();
    }

    private async Task WorkAsync(int writer)
    {
        for (var n = 1; !_enough.IsCancellationRequested; n++)
        {
            await WorkOnCaseAsync($"W{writer}-{n:0000}");
            await Task.Delay(Pause);
        }
    }

    private async Task WorkOnCaseAsync(string number)
    {
        var command = new
        {
            number,
            receivedOn = "2024-01-02",
            withinMandate = true,
            requiresResponse = true,
            serviceArea = "health",
            matters = new[] { "guidance_application" },
        };
        using var received = await _client.InsistAsync(
            "/v1/cases",
            command,
            version: null,
            HttpStatusCode.Created,
            HttpStatusCode.Conflict
        );
        _versions[number] = VersionWhenReceived;
        // Recorded before the answer was lost; without its id nothing more can be done to it.
        if (received.StatusCode == HttpStatusCode.Conflict)
            return;
        received.Headers.ETag!.Tag.ShouldBe($"\"{VersionWhenReceived}\"");
        foreach (var (path, step) in Steps.TakeWhile(_ => !_enough.IsCancellationRequested))
        {
            using var done = await _client.InsistAsync(
                $"{received.Headers.Location}/{path}",
                step,
                _versions[number],
                HttpStatusCode.OK,
                HttpStatusCode.PreconditionFailed
            );
            var version = ++_versions[number];
            if (done.StatusCode == HttpStatusCode.OK)
                done.Headers.ETag!.Tag.ShouldBe($"\"{version}\"");
        }
    }
}
