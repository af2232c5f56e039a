using System.Text.Json;
using NodaTime;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Api.Terminal;
using Ombud.Domain.Municipalities;
using Ombud.EventStore;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Hosting;

/// <summary>Two municipalities and the 76 cases of Drammen's report of 13 June 2023.</summary>
internal sealed class Demo(IEventStore store, MunicipalityDirectory directory, MunicipalityDesk municipalities, Importer importer)
{
    public static readonly LocalDate From = new(2023, 1, 1);
    public static readonly LocalDate To = new(2023, 6, 13);
    public static readonly Instant AsOf = Instant.FromUtc(2023, 6, 13, 13, 0);

    private const string By = "demo";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Loads it into an empty store, and finishes it where an earlier start was cut short.</summary>
    public async Task LoadAsync(Screen screen, CancellationToken cancel)
    {
        var began = await store.ReadStreamAsync("drammen", Municipality.Stream, cancel, upTo: 1);
        if (began is [var first] ? first.UserName != By : (await directory.CodesAsync(cancel)).Count > 0)
            return;
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order())
            if (began.Count == 0)
                await municipalities.ConfigureAsync(MunicipalityFile.Read(file), By, cancel);
        var cases = Path.Combine(Folder, "drammen_76_cases.csv");
        await using var text = File.OpenRead(cases);
        var result = await importer.RunAsync(new("drammen", cases, By), text, null, cancel);
        if (result.Faults.Count > 0)
            throw new JsonException($"The demo does not fit its municipality: {result.Faults[0]}");
        if (result.Streams > 0)
            screen.Line($"Loaded the demo: {result.Streams} cases of Drammen.");
    }
}
