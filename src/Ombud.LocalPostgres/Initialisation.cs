using System.Security.Cryptography;

namespace Ombud.LocalPostgres;

/// <summary>
/// Makes the data of a new server beside its place and moves it there when it is complete, so that what is in place is complete.
/// </summary>
internal static class Initialisation
{
    // By socket only who may enter its folder gets this far; a port is open to every user of the machine.
    private const string WhoMayConnect = """
        local all all              trust
        host  all all 127.0.0.1/32 scram-sha-256
        """;

    public static async Task RunAsync(DataFolder folder, ServerBinaries binaries, ServerUser user, CancellationToken cancellation)
    {
        var place = folder.HalfMadePgData;
        Directory.CreateDirectory(place);
        await user.GiveAsync(place, cancellation);
        await InitDbAsync(place, folder, binaries, user, cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(place, "pg_hba.conf"),
            OperatingSystem.IsWindows() ? WithoutSockets(WhoMayConnect) : WhoMayConnect,
            cancellation
        );
        await CreateDatabaseAsync(place, folder, binaries, user, NewPassword(folder), cancellation);
        Directory.Move(place, folder.PgData);
    }

    private static async Task InitDbAsync(
        string place,
        DataFolder folder,
        ServerBinaries binaries,
        ServerUser user,
        CancellationToken cancellation
    )
    {
        // Æ, Ø and Å have lower case under C.UTF-8. Since 17 the server brings it along, before it is the system's, and not every system
        // has it.
        string[][] locales =
            binaries.Major >= 17
                ?
                [
                    ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
                ]
                :
                [
                    ["--locale=C.UTF-8"],
                    ["--locale=C"],
                ];
        CommandResult? made = null;
        foreach (var locale in locales)
            if (
                (
                    made = await Command.RunAsync(
                        binaries.InitDb,
                        ["-D", place, "-U", "ombud", "-E", "UTF8", "--auth=trust", .. locale],
                        user,
                        folder.Path,
                        cancellation
                    )
                ).Succeeded
            )
                return;
        throw new LocalPostgresException($"initdb could not make {folder.PgData}: {made!.Output}");
    }

    // No client program is needed for it, and the server is not up for a moment without its password.
    private static async Task CreateDatabaseAsync(
        string place,
        DataFolder folder,
        ServerBinaries binaries,
        ServerUser user,
        string password,
        CancellationToken cancellation
    )
    {
        var made = await Command.RunAsync(
            binaries.Postgres,
            ["--single", "-D", place, "postgres"],
            user,
            folder.Path,
            cancellation,
            $"alter role ombud password '{password}'\ncreate database ombud\n"
        );
        if (
            !made.Succeeded
            || made.Output.Contains("ERROR:", StringComparison.Ordinal)
            || made.Output.Contains("FATAL:", StringComparison.Ordinal)
        )
            throw new LocalPostgresException($"The database ombud could not be created in {folder.PgData}: {made.Output}");
    }

    private static string NewPassword(DataFolder folder)
    {
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        File.Delete(folder.Password);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(folder.Password, options);
        writer.Write(password);
        return password;
    }

    private static string WithoutSockets(string rules) =>
        string.Join('\n', rules.Split('\n').Where(rule => !rule.StartsWith("local", StringComparison.Ordinal)));
}
