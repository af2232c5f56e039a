using System.Diagnostics;

namespace Ombud.LocalPostgres;

/// <summary>A program's end: its exit code and all that it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

internal static class Command
{
    /// <summary>
    /// Runs a program to its end. Throws <see cref="System.ComponentModel.Win32Exception"/> if it cannot be started at all.
    /// </summary>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        ServerUser user,
        string workingFolder,
        CancellationToken cancellation,
        string input = ""
    )
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, user, workingFolder) };
        process.Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await GiveInputAsync(process, input);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>All streams redirected, no PG* variables, and with the rights of <paramref name="user"/>.</summary>
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, ServerUser user, string workingFolder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = workingFolder,
        };
        if (user.Name is { } name)
            start.UserName = name;
        // PGPORT, PGDATA and the like belong to another server of the user's.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        return start;
    }

    private static async Task GiveInputAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and output say why.
        }
    }
}
