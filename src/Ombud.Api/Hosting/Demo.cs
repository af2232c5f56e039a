using System.Text.Json;
using NodaTime;
using Ombud.Api.CommandLine;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Hosting;

/// <summary>Two municipalities and the 76 cases of Drammen's report of 13 June 2023.</summary>
internal sealed class Demo(MunicipalityDirectory directory, MunicipalityDesk municipalities, Importer importer)
{
    public static readonly LocalDate From = new(2023, 1, 1);
    public static readonly LocalDate To = new(2023, 6, 13);
    public static readonly Instant AsOf = Instant.FromUtc(2023, 6, 13, 13, 0);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Loads it where the store is empty.</summary>
    public async Task LoadAsync(Screen screen, CancellationToken cancel)
    {
        if ((await directory.CodesAsync(cancel)).Count > 0)
            return;
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order())
            await municipalities.ConfigureAsync(MunicipalityFile.Read(file), "demo", cancel);
        var cases = Path.Combine(Folder, "drammen_76_cases.csv");
        await using var text = File.OpenRead(cases);
        var result = await screen.ProgressAsync("Loading the demo", "cases", progress => importer.RunAsync(new("drammen", cases, "demo"), text, progress, cancel));
        if (result.Faults.Count > 0)
            throw new JsonException($"The demo does not fit its municipality: {result.Faults[0]}");
    }
}
