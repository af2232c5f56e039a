using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Http;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Api.Streams;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Hosting;

/// <summary>
/// Two municipalities: the 76 cases of Drammen's report of 13 June 2023 with a few deadlines in them and an office's work of the time
/// after, which is made up; and the follow-up of Ringsted's recommendations.
/// </summary>
internal sealed class Demo(
    TenantEventStore store,
    MunicipalityDirectory directory,
    MunicipalityHandler municipalities,
    Importer importer,
    CaseHandler cases,
    ICommandHandler<Meeting, MeetingCommand> meetings,
    IClock clock
)
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
        var reported = await ImportAsync("drammen", cancel, "drammen_76_cases.csv");
        // The report has no deadlines: these are made up, to have something on the board. So is what came after; it was recorded after the
        // report, which stays what it was. Both at once, so that nothing is put on record between them.
        var madeUp = await ImportAsync("drammen", cancel, "drammen_deadlines.ndjson", "drammen_later.ndjson");
        // Made up too, as an office would write under those figures.
        var text = await ImportAsync("drammen", cancel, "drammen_report_text.ndjson");
        // What the council paper says; on which day each of it became known it does not say, so those days are made up.
        var followUp = await ImportAsync("ringsted", cancel, "ringsted_follow_up.ndjson");
        if (new[] { reported, madeUp, text, followUp }.FirstOrDefault(each => each.Faults.Count > 0) is { } other)
        {
            screen.Line($"{LeftAsItIs} does not take the files of this version ({other.Faults[0]}).");
            return;
        }
        await MergeAsync(cancel);
        await PlanAsync(cancel);
        if (reported.Streams == 0)
            return;
        screen.Line(
            $"Loaded the demo: {reported.Streams} cases of Drammen; {madeUp.Events:N0} entries made up, of deadlines and later times;"
        );
        screen.Line($"and the follow-up of Ringsted's recommendations: {followUp.Events} entries.");
    }

    /// <summary>A file has each case by itself: what is said of two is a command.</summary>
    private async Task MergeAsync(CancellationToken cancel)
    {
        var (twice, first, like) = (Case("DR-2024-171"), Case("DR-2024-170"), Case("DR-2024-168"));
        await cases.HandleAsync(new("drammen", new(By)), twice, new MergeCase(first, new LocalDate(2024, 10, 9)), null, cancel);
        await cases.HandleAsync(new("drammen", new(By)), first, new LinkCase(like, new LocalDate(2024, 12, 20)), null, cancel);

        static Guid Case(string number) => ImportId.Of("case", "drammen", number);
    }

    /// <summary>A meeting is ahead of whoever looks at the demo, whenever that is.</summary>
    private async Task PlanAsync(CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var year = new LocalDate(today.Year - (today.Month < 8 ? 2 : 1), 8, 1);
        await meetings.HandleAsync(
            new("ringsted", new(By)),
            ImportId.Of("meeting", "ringsted", "ahead"),
            new PlanMeeting(
                today.PlusDays(28),
                "by",
                Handling.Orientation,
                Kind: ReportKind.Annual,
                From: year,
                To: year.PlusYears(1).PlusDays(-1)
            ),
            null,
            cancel
        );
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

    private async Task<ImportResult> ImportAsync(string municipality, CancellationToken cancel, params string[] names)
    {
        using var text = new MemoryStream();
        foreach (var name in names)
            await text.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(Folder, name), cancel), cancel);
        text.Position = 0;
        return await importer.RunAsync(new(municipality, names[^1], By), text, null, cancel);
    }
}
