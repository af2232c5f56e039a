using System.Globalization;
using System.Runtime.InteropServices;
using Ombud.Failures.Tests;

namespace Ombud.Hostile.Tests.Clocks;

/// <summary>The program as a process whose clock can be set while it runs: libfaketime tells it another time than the machine's.</summary>
internal sealed class ShiftableNode : IAsyncDisposable
{
    private readonly string _data = Folders.Create("ombud-clock-");
    private readonly OmbudProcess _process;

    private ShiftableNode(string connection, string masterKey, TimeSpan shift)
    {
        Shift(shift);
        _process = OmbudProcess.Start(
            ["up", "--no-demo", "--urls", Url.ToString(), "--data", _data, "--municipality", Run.HostileApi.Quiet],
            ("ConnectionStrings__Ombud", connection),
            ("Ombud__MasterKey", masterKey),
            ("Ombud__SigningKey", masterKey),
            ("Ombud__RateLimit__Enabled", "false"),
            ("LD_PRELOAD", Library!),
            ("FAKETIME_TIMESTAMP_FILE", Settings),
            // Read again once a second.
            ("FAKETIME_CACHE_DURATION", "1"),
            // Whoever sets a clock sets neither the counter nor the times of files.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
            ("NO_FAKE_STAT", "1")
        );
    }

    /// <summary>Null where it is not installed.</summary>
    public static string? Library { get; } =
        OperatingSystem.IsLinux()
            ? new[] { $"/usr/lib/{Machine}-linux-gnu/faketime", "/usr/lib/faketime", "/usr/lib64/faketime", "/usr/local/lib/faketime" }
                .Select(folder => Path.Combine(folder, "libfaketimeMT.so.1"))
                .FirstOrDefault(File.Exists)
            : null;

    public Uri Url { get; } = new($"http://127.0.0.1:{Workplace.FreePort()}");

    public string Said => _process.Said;

    private string Settings => Path.Combine(_data, "clock");

    private static string Machine => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64";

    public static async Task<ShiftableNode> StartAsync(string connection, string masterKey, TimeSpan shift)
    {
        var node = new ShiftableNode(connection, masterKey, shift);
        await Eventually.IsTrueAsync(() => node._process.HasEnded || node.Said.Contains("Swagger UI"), "the node serves");
        node._process.HasEnded.ShouldBeFalse(node.Said);
        return node;
    }

    /// <summary>The file takes the place of the other in one step, so that no half of it is ever read.</summary>
    public void Shift(TimeSpan by)
    {
        File.WriteAllText($"{Settings}.new", string.Create(CultureInfo.InvariantCulture, $"{by.TotalSeconds:+0;-0}\n"));
        File.Move($"{Settings}.new", Settings, overwrite: true);
    }

    public Task EndAsync() => _process.EndAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
