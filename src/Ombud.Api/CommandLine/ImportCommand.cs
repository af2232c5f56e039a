using System.CommandLine;
using Microsoft.Extensions.Options;
using Ombud.Api.Hosting;
using Ombud.Api.Http;
using Ombud.Api.Imports;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;

namespace Ombud.Api.CommandLine;

/// <summary>Imports a file of cases.</summary>
internal static class ImportCommand
{
    public static Command Create(Screen screen)
    {
        var (data, municipality) = (CommonOptions.Data(), CommonOptions.Municipality());
        var file = new Argument<string>("FILE") { Description = "CSV, a workbook (XLSX), or NDJSON of commands; - for standard input." };
        var command = new Command(
            "import",
            "Imports cases: everything is checked before anything is written, and a file imported twice adds nothing twice."
        )
        {
            file,
            municipality,
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data, municipality),
                    async services =>
                    {
                        var name = parsed.GetValue(file)!;
                        var tenant = services.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
                        await using var text = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
                        var result = await screen.ProgressAsync(
                            $"Importing {Path.GetFileName(name)}",
                            "cases",
                            progress =>
                                services
                                    .GetRequiredService<Importer>()
                                    .RunAsync(new(tenant, name, Caller.LocalDeveloper), text, progress, cancel)
                        );
                        return Tell(result, screen);
                    },
                    cancel
                )
        );
        return command;
    }

    internal static int Tell(ImportResult result, Screen screen)
    {
        if (result.Understood is { } understood)
            screen.Line($"Understood: {understood}.");
        if (result.Faults.Count == 0)
        {
            screen.Line(
                $"{result.Lines:N0} lines: {result.Events:N0} events recorded in {result.Streams:N0} cases, "
                    + $"{result.Skipped:N0} lines were there already."
            );
            return 0;
        }
        var named = NamedFaults.Of([.. result.Faults.Select(fault => fault.Fault)]);
        foreach (var (fault, place) in named.Named.Zip(result.Faults, (fault, at) => (fault, at.Place)))
            screen.Line($"{place}: {fault.Field}: {fault.Detail}");
        if (named.Further > 0)
            screen.Line($"and {named.Further:N0} more.");
        var (faults, written) = (result.Faults.Count, result.Events);
        Console.Error.WriteLine(
            written == 0
                ? $"ombud: nothing was imported. Faults: {faults:N0}."
                // What was recorded meanwhile, by others, is why the rest cannot be.
                : $"ombud: {written:N0} events were recorded before the rest was refused. Faults: {faults:N0}."
        );
        return 1;
    }
}
