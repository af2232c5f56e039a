namespace Ombud.LocalPostgres;

/// <summary>What lies where in the folder of a private PostgreSQL.</summary>
internal sealed class DataFolder
{
    public const string Remedy = "Choose another folder with --data DIR or OMBUD_DATA.";

    private DataFolder(string path) => Path = path;

    public string Path { get; }
    public string PgData => In("pgdata");
    public string HalfMadePgData => In("pgdata.new");
    public string Binaries => In("postgres");
    public string HalfMadeBinaries => In("postgres.new");
    public string Log => In("postgres.log");
    public string Lock => In("ombud.lock");
    public string Owner => In("ombud.owner");
    public string Password => In("postgres.password");
    public string Socket => In("socket");

    /// <summary>The major version that made the data, or null before the first start.</summary>
    public int? Major =>
        File.Exists(VersionFile)
            ? int.Parse(File.ReadAllText(VersionFile).Trim().Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private string VersionFile => System.IO.Path.Combine(PgData, "PG_VERSION");

    /// <summary>The folder at <paramref name="path"/>, made if it is missing.</summary>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        Directory.CreateDirectory(folder.Path);
        // Else the server's own user could not enter what root made; all in it that is private has narrower rights of its own.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>Removes what an interrupted first start left. Only for the holder of the lock.</summary>
    public void RemoveHalfMade()
    {
        foreach (var folder in new[] { HalfMadePgData, HalfMadeBinaries })
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        if (Major is not null || !Directory.Exists(PgData))
            return;
        if (Directory.EnumerateFileSystemEntries(PgData).Any())
            throw new LocalPostgresException($"{PgData} is not a PostgreSQL data folder: it has no PG_VERSION. Move it away. {Remedy}");
        Directory.Delete(PgData);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
