using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ombud.LocalPostgres;

/// <summary>The programs of one installed PostgreSQL.</summary>
/// <param name="Folder">Holds them.</param>
/// <param name="Version">As the server says it: <c>15.13</c>, <c>18.4</c>, <c>19beta1</c>.</param>
internal sealed partial record ServerBinaries(string Folder, string Version, int Major)
{
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    public string Postgres => In(Folder, "postgres");
    public string InitDb => In(Folder, "initdb");
    public string PgCtl => In(Folder, "pg_ctl");

    public static bool AreIn(string folder) => Programs.All(name => File.Exists(In(folder, name)));

    /// <summary>The binaries of a folder, or null if they are not there or do not run on this machine.</summary>
    public static async Task<ServerBinaries?> InAsync(string folder, CancellationToken cancellation)
    {
        if (!AreIn(folder))
            return null;
        try
        {
            var answer = await Command.RunAsync(In(folder, "postgres"), ["--version"], ServerUser.Oneself, folder, cancellation);
            var version = VersionPattern().Match(answer.Output);
            return answer.Succeeded && version.Success
                ? new(folder, version.Groups[1].Value, int.Parse(version.Groups[2].Value, CultureInfo.InvariantCulture))
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string In(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) ((\d+)\S*)")]
    private static partial Regex VersionPattern();
}
