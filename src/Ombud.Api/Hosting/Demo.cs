using NodaTime;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Hosting;

/// <summary>
/// Two municipalities: the 76 cases of Drammen's report of 13 June 2023 with a few deadlines in them, and the follow-up of Ringsted's
/// recommendations.
/// </summary>
internal sealed class Demo(TenantEventStore store, MunicipalityDirectory directory, MunicipalityHandler municipalities, Importer importer)
{
    public static readonly LocalDate From = new(2023, 1, 1);
    public static readonly LocalDate To = new(2023, 6, 13);
    public static readonly Instant AsOf = Instant.FromUtc(2023, 6, 13, 13, 0);

    private const string By = "demo";
    private const string LeftAsItIs = "The demo is left as it is: what this store has of it";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>
    /// Loads it into an empty store, and finishes it where an earlier start was cut short. That of another version is left as it is.
    /// </summary>
    public async Task LoadAsync(Screen screen, CancellationToken cancel)
    {
        var began = await store.FetchStreamAsync("drammen", Municipality.Stream, cancel);
        if (began.Count > 0 ? began.Any(e => e.UserName != By) : (await directory.CodesAsync(cancel)).Count > 0)
            return;
        var files = Directory.GetFiles(Folder, "*.json").Order().Select(MunicipalityFile.Read).ToList();
        if (!await FitsAsync(files, cancel))
        {
            screen.Line($"{LeftAsItIs} was made by another version.");
            return;
        }
        foreach (var file in files)
            await municipalities.ConfigureAsync(file, By, cancel);
        var cases = await ImportAsync("drammen", "drammen_76_cases.csv", cancel);
        // The report has no deadlines: these are made up, to have something on the board.
        var deadlines = await ImportAsync("drammen", "drammen_deadlines.ndjson", cancel);
        // Made up too, as an office would write under those figures.
        var text = await ImportAsync("drammen", "drammen_report_text.ndjson", cancel);
        // What the council paper says; on which day each of it became known it does not say, so those days are made up.
        var followUp = await ImportAsync("ringsted", "ringsted_follow_up.ndjson", cancel);
        if (new[] { cases, deadlines, text, followUp }.FirstOrDefault(each => each.Faults.Count > 0) is { } other)
            screen.Line($"{LeftAsItIs} does not take the files of this version ({other.Faults[0]}).");
        else if (cases.Streams > 0)
        {
            screen.Line($"Loaded the demo: {cases.Streams} cases of Drammen, and {deadlines.Streams} deadlines made up for some of them;");
            screen.Line($"and the follow-up of Ringsted's recommendations: {followUp.Events} entries.");
        }
    }

    /// <summary>Whether the municipalities that are there are configured as the files say.</summary>
    private async Task<bool> FitsAsync(IEnumerable<MunicipalityFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
            if (
                await directory.AsOfAsync(file.Code, null, cancel) is { } known
                && MunicipalityDecider.Decide(known, file.Configuration) is not Decision.Accepted({ Count: 0 })
            )
                return false;
        return true;
    }

    private async Task<ImportResult> ImportAsync(string municipality, string name, CancellationToken cancel)
    {
        var file = Path.Combine(Folder, name);
        await using var text = File.OpenRead(file);
        return await importer.RunAsync(new(municipality, file, By), text, null, cancel);
    }
}
