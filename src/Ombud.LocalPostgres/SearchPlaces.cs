namespace Ombud.LocalPostgres;

/// <summary>Where to look for programs.</summary>
/// <param name="Path">Folders of the PATH variable, in order.</param>
/// <param name="UsualFolders">Where the installers of the platform put server binaries, newest version first.</param>
internal sealed record SearchPlaces(IReadOnlyList<string> Path, IReadOnlyList<string> UsualFolders)
{
    public static SearchPlaces OfThisMachine() =>
        new(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            [.. UsualPatterns().SelectMany(Matches)]
        );

    /// <summary>The full path of a program on PATH, or null.</summary>
    public string? Program(string name) => Path.Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>npm, or null where Node.js is not installed.</summary>
    public string? Npm => Program(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    private static string[] UsualPatterns() =>
        OperatingSystem.IsWindows() ? [ProgramFiles("PostgreSQL/*/bin")]
        : OperatingSystem.IsMacOS()
            ?
            [
                "/opt/homebrew/opt/postgresql@*/bin",
                "/usr/local/opt/postgresql@*/bin",
                "/opt/homebrew/opt/postgresql/bin",
                "/Applications/Postgres.app/Contents/Versions/*/bin",
                "/Library/PostgreSQL/*/bin",
                "/opt/local/lib/postgresql*/bin",
            ]
        :
        [
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/usr/lib/postgresql*/bin",
            "/usr/libexec/postgresql*",
            "/opt/postgresql/*/bin",
            "/opt/PostgreSQL/*/bin",
            "/usr/local/pgsql/bin",
        ];

    private static string ProgramFiles(string pattern) =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), pattern);

    // One star at most, and it stands for the version.
    private static IEnumerable<string> Matches(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return Directory.Exists(pattern) ? [pattern] : [];
        var parent = System.IO.Path.GetDirectoryName(pattern[..(star + 1)])!;
        if (!Directory.Exists(parent))
            return [];
        var name = System.IO.Path.GetFileName(pattern[..(star + 1)]);
        return Directory
            .EnumerateDirectories(parent, name)
            .Select(found => (Folder: found + pattern[(star + 1)..], Version: VersionOf(found)))
            .Where(found => Directory.Exists(found.Folder))
            .OrderByDescending(found => found.Version)
            .Select(found => found.Folder);
    }

    private static decimal VersionOf(string folder) =>
        decimal.TryParse(
            string.Concat(System.IO.Path.GetFileName(folder).Where(c => char.IsAsciiDigit(c) || c == '.')),
            System.Globalization.CultureInfo.InvariantCulture,
            out var version
        )
            ? version
            : 0;
}
