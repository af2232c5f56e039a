using System.CommandLine;
using Ombud.Api.Terminal;
using Ombud.Integrity.Seals;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.CommandLine;

/// <summary>Seals every municipality's history now, and prints the roots, to be kept elsewhere.</summary>
internal static class SealCommand
{
    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "seal",
            "Seals every municipality's history in its ledger and prints the roots: keep them where nobody can change them."
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
                        foreach (var tenant in await services.GetRequiredService<MunicipalityDirectory>().CodesAsync(cancel))
                            if (await services.GetRequiredService<Ledger>().SealAsync(tenant, cancel) is { } entry)
                                screen.Line($"{tenant}: entry {entry.Entry}, up to event {entry.UpTo}, root {entry.Root}");
                        return 0;
                    },
                    cancel
                )
        );
        return command;
    }
}
