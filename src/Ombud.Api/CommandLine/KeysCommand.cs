using System.CommandLine;
using NodaTime;
using Ombud.Api.Access.Keys;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;

namespace Ombud.Api.CommandLine;

/// <summary>The API keys of other systems: make one, list them, revoke one.</summary>
internal static class KeysCommand
{
    public static Command Create(Screen screen) =>
        new("keys", "API keys: makes, lists and revokes them.") { KeysCreateCommand.Create(screen), List(screen), Revoke(screen) };

    private static Command List(Screen screen)
    {
        var (data, municipality) = (
            CommonOptions.Data(),
            new Option<string?>("--municipality") { Description = "Only its keys.", HelpName = "CODE" }
        );
        var command = new Command("list", "Lists the keys with what each may do, never their secrets.") { municipality, data };
        command.SetAction(
            (parsed, cancel) =>
                WithKeysAsync(
                    parsed,
                    data,
                    async (keys, clock) =>
                    {
                        KeysTable.Print(await keys.ListAsync(parsed.GetValue(municipality), cancel), clock.GetCurrentInstant(), screen);
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }

    private static Command Revoke(Screen screen)
    {
        var (data, id) = (
            CommonOptions.Data(),
            new Argument<string>("ID") { Description = "The key's id, as ./ombud keys list shows it." }
        );
        var command = new Command("revoke", "Revokes a key: from now on every node refuses it.") { id, data };
        command.SetAction(
            (parsed, cancel) =>
                WithKeysAsync(
                    parsed,
                    data,
                    async (keys, _) =>
                    {
                        var key =
                            await keys.FindAsync(parsed.GetValue(id)!, cancel)
                            ?? throw new SettingsException(
                                $"There is no key {parsed.GetValue(id)}. ./ombud keys list shows those there are."
                            );
                        screen.Line(
                            await keys.RevokeAsync(key.Id, cancel)
                                ? $"{key.Id} ({key.Name}) is revoked."
                                : $"{key.Id} ({key.Name}) was revoked already."
                        );
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }

    public static Task<int> WithKeysAsync(
        ParseResult parsed,
        Option<string?> data,
        Func<ApiKeys, IClock, Task<int>> run,
        CancellationToken cancel
    ) =>
        CommonOptions.WithOmbudAsync(
            CommonOptions.Settings(parsed, data),
            services => run(services.GetRequiredService<ApiKeys>(), services.GetRequiredService<IClock>()),
            cancel
        );
}
