using System.CommandLine;
using Ombud.Api.Terminal;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.CommandLine;

/// <summary>Changes the master key: wraps the keys of people anew, and touches no event.</summary>
internal static class RewrapCommand
{
    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "rewrap",
            "Wraps the key of every person anew under the present master key; Ombud__PreviousMasterKeyFile names the one before."
        )
        {
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    async services =>
                    {
                        var keyring = services.GetRequiredService<Keyring>();
                        var wrapped = await screen.ProgressAsync(
                            "Wrapping keys anew",
                            "keys",
                            progress => services.GetRequiredService<WrappedKeys>().RewrapAsync(progress, cancel)
                        );
                        screen.Line(
                            wrapped == 0
                                ? $"Every key is wrapped under the present master key ({keyring.Present.Id}) already."
                                : $"{wrapped:N0} keys are wrapped under the present master key ({keyring.Present.Id}) now. The "
                                    + "one before is needed no more."
                        );
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }
}
