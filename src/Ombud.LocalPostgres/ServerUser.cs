namespace Ombud.LocalPostgres;

/// <summary>Whose rights the server runs with. PostgreSQL refuses to run as root, so root lends it another user.</summary>
/// <param name="Name">Null: the user of this process.</param>
internal sealed record ServerUser(string? Name)
{
    public static readonly ServerUser Oneself = new((string?)null);

    public static async Task<ServerUser> ChooseAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return Oneself;
        var postgres = await Command.RunAsync("id", ["-u", "postgres"], Oneself, "/", cancellation);
        return new(postgres.Succeeded ? "postgres" : "nobody");
    }

    /// <summary>Gives a folder and what is in it to the server's user.</summary>
    public async Task GiveAsync(string folder, CancellationToken cancellation)
    {
        if (Name is null)
            return;
        var chown = await Command.RunAsync("chown", ["-R", Name, folder], Oneself, "/", cancellation);
        if (!chown.Succeeded)
            throw new LocalPostgresException($"Cannot give {folder} to the user {Name}: {chown.Output}");
    }

    /// <summary>Throws if the server's user may not enter a folder, as nobody but root may enter what is below /root.</summary>
    public async Task MustEnterAsync(string folder, string remedy, CancellationToken cancellation)
    {
        if (Name is null)
            return;
        var test = await Command.RunAsync("test", ["-x", folder], this, "/", cancellation);
        if (!test.Succeeded)
            throw new LocalPostgresException(
                $"PostgreSQL does not run as root, so it runs as {Name}, and {Name} may not enter {folder}. {remedy}"
            );
    }
}
