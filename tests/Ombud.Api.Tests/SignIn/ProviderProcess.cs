using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Ombud.Api.Tests.SignIn;

/// <summary>A real OpenID Connect provider (npm's oidc-provider) in a process of its own.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private static readonly SemaphoreSlim Installing = new(1);
    private readonly Process _process;
    private readonly string _people;

    private ProviderProcess(Process process, string people, string authority) =>
        (_process, _people, Authority) = (process, people, authority);

    public string Authority { get; }

    /// <summary>Why there can be none; null where Node is there.</summary>
    public static string? Unavailable { get; } =
        new[] { "node", "npm" }.FirstOrDefault(program => !IsThere(program)) is { } missing
            ? $"There is no {missing} on this machine, and the provider of the tests of signing in needs it."
            : null;

    /// <param name="address">What the server under test is called.</param>
    public static async Task<ProviderProcess> StartAsync(string address)
    {
        var folder = OmbudApi.RepositoryFile("tests/provider");
        await InstallAsync(folder);
        var (people, port) = (Path.GetTempFileName(), FreePort());
        var process = Start("node", folder, "provider.mjs", $"{port}", people, address);
        // Warnings that it is none for production.
        _ = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        said.ShouldBe("listening");
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, people, $"http://127.0.0.1:{port}");
    }

    /// <summary>Says who there is and in which groups they are.</summary>
    public void Know(params (string Id, string Name, string[] Groups)[] people) =>
        File.WriteAllText(
            _people,
            JsonSerializer.Serialize(people.ToDictionary(each => each.Id, each => new { name = each.Name, groups = each.Groups }))
        );

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_people);
    }

    private static async Task InstallAsync(string folder)
    {
        await Installing.WaitAsync();
        try
        {
            var (wanted, there) = (Path.Combine(folder, "package-lock.json"), Path.Combine(folder, "node_modules/.package-lock.json"));
            if (File.Exists(there) && File.GetLastWriteTimeUtc(there) >= File.GetLastWriteTimeUtc(wanted))
                return;
            using var install = Start("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            var (said, wrong) = (install.StandardOutput.ReadToEndAsync(), install.StandardError.ReadToEndAsync());
            await install.WaitForExitAsync();
            install.ExitCode.ShouldBe(0, await said + await wrong);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static Process Start(string program, string folder, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
