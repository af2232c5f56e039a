using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Access;
using Ombud.Api.Access.Keys;
using Ombud.Api.Http;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;

namespace Ombud.Api.CommandLine;

/// <summary>Makes a key and prints it, once.</summary>
internal static class KeysCreateCommand
{
    private const int LongestName = 100;

    /// <param name="Expires">The last day on which it is valid, in UTC.</param>
    internal sealed record Wanted(
        string Name,
        string Municipality,
        IReadOnlyList<string> Roles,
        IReadOnlyList<string> Scopes,
        string Expires
    );

    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var name = new Option<string>("--name")
        {
            Description = "The system that will use it.",
            HelpName = "NAME",
            Required = true,
        };
        var municipality = new Option<string>("--municipality")
        {
            Description = "The municipality that it acts for.",
            HelpName = "CODE",
            Required = true,
        };
        var roles = new Option<string[]>("--role")
        {
            Description = $"What it may, in bundles; may be given several times: {string.Join(", ", Roles.All.Keys)}.",
            HelpName = "ROLE",
        };
        var scopes = new Option<string[]>("--scope")
        {
            Description = $"What it may, one by one: {string.Join(", ", Scopes.All)}.",
            HelpName = "SCOPE",
        };
        var expires = new Option<string>("--expires")
        {
            Description = "The last day on which it is valid (UTC).",
            HelpName = "DATE",
            Required = true,
        };
        var command = new Command("create", "Makes a key and prints it: keep it then, for only its hash is stored.")
        {
            name,
            municipality,
            roles,
            scopes,
            expires,
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                KeysCommand.WithKeysAsync(
                    parsed,
                    data,
                    async (keys, clock) =>
                    {
                        var wanted = new Wanted(
                            parsed.GetValue(name)!,
                            parsed.GetValue(municipality)!,
                            parsed.GetValue(roles) ?? [],
                            parsed.GetValue(scopes) ?? [],
                            parsed.GetValue(expires)!
                        );
                        var key = await CreateAsync(keys, wanted, clock, cancel);
                        // The key alone on standard output, so that it can be led into a file or a variable unseen.
                        Screen
                            .OnStandardError()
                            .Line(
                                $"{wanted.Name} may, for {wanted.Municipality} and until {wanted.Expires} has ended (UTC): "
                                    + $"{string.Join(", ", ScopesOf(wanted))}. Its key is shown this once:"
                            );
                        screen.Line(key.ToString());
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }

    /// <exception cref="SettingsException">Something of it cannot be; says what to give.</exception>
    public static Task<KeyText> CreateAsync(ApiKeys keys, Wanted wanted, IClock clock, CancellationToken cancel)
    {
        if (wanted.Name.Length is 0 or > LongestName || wanted.Name.Any(char.IsControl))
            throw new SettingsException($"--name: give 1 to {LongestName} characters.");
        if (!Caller.IsCode(wanted.Municipality))
            throw new SettingsException($"--municipality: {wanted.Municipality} is no code: lower-case letters, digits and hyphens.");
        if (wanted.Roles.FirstOrDefault(role => !Roles.All.ContainsKey(role)) is { } role)
            throw new SettingsException($"--role: there is no {role}. There are {string.Join(", ", Roles.All.Keys)}.");
        if (wanted.Scopes.FirstOrDefault(scope => !Scopes.All.Contains(scope)) is { } scope)
            throw new SettingsException($"--scope: there is no {scope}. There are {string.Join(", ", Scopes.All)}.");
        if (ScopesOf(wanted) is not { Count: > 0 } scopes)
            throw new SettingsException("Say with --role or --scope what it may.");
        if (!LocalDatePattern.Iso.Parse(wanted.Expires).TryGetValue(default, out var last) || last >= LocalDate.MaxIsoValue.PlusYears(-1))
            throw new SettingsException($"--expires: {wanted.Expires} is no date. Write it like 2027-06-30.");
        var ends = last.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return ends <= clock.GetCurrentInstant()
            ? throw new SettingsException($"--expires: {wanted.Expires} is over.")
            : keys.CreateAsync(wanted.Name, wanted.Municipality, scopes, ends, $"terminal:{Environment.UserName}", cancel);
    }

    private static List<string> ScopesOf(Wanted wanted) =>
        [.. Scopes.All.Where(scope => wanted.Scopes.Contains(scope) || Roles.ScopesOf(wanted.Roles).Contains(scope))];
}
