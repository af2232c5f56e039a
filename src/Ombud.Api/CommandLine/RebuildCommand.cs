using System.CommandLine;
using Ombud.Api.Hosting;
using Ombud.Api.Terminal;
using Ombud.Projections;

namespace Ombud.Api.CommandLine;

/// <summary>Builds the read models anew from the events, while a server may go on reading and writing.</summary>
internal static class RebuildCommand
{
    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var command = new Command("rebuild", "Builds every read model anew from the events, beside the live one, and swaps it in.")
        {
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    async services =>
                    {
                        foreach (var table in services.GetRequiredService<ReadModels>().Tables)
                            await services.GetRequiredService<DatabaseMigration>().RebuildAsync(table, screen, cancel);
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }
}
