namespace Ombud.Failures.Tests;

/// <summary>By SIGINT, as Ctrl+C does, or by SIGTERM, as a supervisor does.</summary>
public sealed class AskingItToEnd
{
    private const int Interrupted = 130;
    private const int Cases = 9_000;

    [Fact]
    public async Task stops_the_server_and_its_postgres_amid_writes_and_counts_as_success()
    {
        await using var place = new Workplace();
        await using var writers = new Writers(place.Url);
        var up = await place.UpAsync();
        foreach (var signal in new[] { "INT", "TERM" })
        {
            await writers.GoOnAsync(20);
            var server = place.ServerPid!.Value;
            up.Signal(signal);
            (await up.ExitCodeAsync()).ShouldBe(0, up.Said);
            place.ShouldBeFree(server);
            up = await place.UpAgainAsync();
        }
        await writers.ShouldBeRecordedIn(place);
    }

    [Theory, InlineData("INT"), InlineData("TERM")]
    public async Task stops_a_first_start_that_the_next_one_begins_anew(string signal)
    {
        await using var place = new Workplace();
        var up = place.Run("up", "--urls", place.Url.ToString());
        await Eventually.IsTrueAsync(() => Directory.Exists(place.In("pgdata.new")), "the start makes the data");
        up.Signal(signal);
        (await up.ExitCodeAsync()).ShouldBe(Interrupted, up.Said);
        up.Complaint().ShouldBe("ombud: interrupted.");
        await place.UpAsync();
    }

    [Fact]
    public async Task stops_an_import_a_rebuild_and_a_report_half_way()
    {
        await using var place = new Workplace();
        var file = CaseFile.Write(place, Cases);
        await place.RunToEndAsync("configure", Workplace.Drammen);
        await StopsAsync(place, "INT", ["import", file], "select count(*) > 0 from ombud.case_register");
        await StopsAsync(place, "TERM", ["import", file], "select count(*) > 3000 from ombud.case_register");
        await place.RunToEndAsync("import", file);
        await StopsAsync(place, "INT", ["rebuild"], "select to_regclass('ombud.case_register_next') is not null");
        await StopsAsync(place, "TERM", ["rebuild"], "select to_regclass('ombud.case_register_next') is not null");
        await StopsAsync(place, "INT", ["report"], "select true");
        await StopsAsync(place, "TERM", ["report"], "select true");
        await place.UpAsync();
        (await place.Store.CountAsync("I-%")).ShouldBe(Cases);
        await place.ShouldBeSoundAsync();
    }

    private static async Task StopsAsync(Workplace place, string signal, string[] verb, string halfWay)
    {
        var process = place.Run(verb);
        await Eventually.IsTrueAsync(() => place.Store.IsAsync(halfWay), $"{verb[0]} is half-way");
        var server = place.ServerPid!.Value;
        process.Signal(signal);
        (await process.ExitCodeAsync()).ShouldBe(Interrupted, process.Said);
        process.Complaint().ShouldBe("ombud: interrupted.");
        place.ShouldBeFree(server);
    }
}
