namespace Ombud.LocalPostgres;

/// <summary>
/// Has the server shut down when its owner dies, be it by <c>kill -9</c>. Linux only; elsewhere the next start ends the orphan.
/// </summary>
internal static class ParentDeath
{
    /// <summary>
    /// Puts before a command what binds it to its parent. setsid keeps Ctrl+C, which is for the owner, from the server, so that
    /// the owner can finish its work first. The user is changed before, by the start itself: a change of user would undo the binding.
    /// </summary>
    public static async Task<IReadOnlyList<string>> PrefixAsync(SearchPlaces places, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || places.Program("setsid") is not { } setsid || places.Program("setpriv") is not { } setpriv)
            return [];
        string[] prefix = [setsid, setpriv, "--pdeathsig", "INT"];
        // BusyBox has a setpriv that cannot do this.
        var trial = await Command.RunAsync(prefix[0], [.. prefix[1..], "true"], ServerUser.Oneself, "/", cancellation);
        return trial.Succeeded ? prefix : [];
    }
}
