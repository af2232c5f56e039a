using System.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Municipalities;
using Ombud.Api.Terminal;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Engine;

namespace Ombud.Api.CommandLine;

/// <summary>Configures a municipality from a file.</summary>
internal static class ConfigureCommand
{
    public static Command Create(Screen screen)
    {
        var (data, file) = (CommonOptions.Data(), new Argument<string>("FILE") { Description = "A JSON file like demo/drammen.json." });
        var command = new Command("configure", "Configures a municipality from a file, as a whole.") { file, data };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    async services =>
                    {
                        var wanted = MunicipalityFile.Read(parsed.GetValue(file)!);
                        var outcome = await services
                            .GetRequiredService<MunicipalityHandler>()
                            .ConfigureAsync(wanted, Caller.LocalDeveloper, cancel);
                        screen.Line(
                            outcome is Outcome<Municipality>.Recorded { RecordedAt: null }
                                ? $"{wanted.Code} is configured so already."
                                : $"{wanted.Code} is configured."
                        );
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }
}
