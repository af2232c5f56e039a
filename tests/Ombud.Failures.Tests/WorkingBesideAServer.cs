namespace Ombud.Failures.Tests;

public sealed class WorkingBesideAServer
{
    [Fact]
    public async Task import_report_configure_and_rebuild_use_its_postgres_and_leave_it_running()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        var server = place.ServerPid;
        await using var writers = new Writers(place.Url);
        await place.RunToEndAsync("import", CaseFile.Write(place, 4_000));
        (await place.RunToEndAsync("report", "--from", "2020-01-01", "--to", "2022-12-31", "--language", "en")).ShouldContain(
            "4,000 cases"
        );
        await place.RunToEndAsync("configure", Workplace.Drammen);
        await place.RunToEndAsync("rebuild");
        await writers.GoOnAsync(10);
        await writers.ShouldBeRecordedIn(place);
        (writers.Unavailable, writers.Unanswered).ShouldBe((0, 0));
        up.HasEnded.ShouldBeFalse();
        place.ServerPid.ShouldBe(server);
    }

    [Fact]
    public async Task a_second_server_on_its_folder_is_refused_with_the_number_of_its_process()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        var second = place.Run("up", "--urls", "http://127.0.0.1:0");
        (await second.ExitCodeAsync()).ShouldBe(1);
        second.Complaint().ShouldStartWith($"ombud: Another Ombud (pid {up.Pid}) uses {place.Data}.");
        up.HasEnded.ShouldBeFalse();
    }
}
