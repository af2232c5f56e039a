using System.Globalization;
using System.Text.RegularExpressions;

namespace Ombud.Failures.Tests;

public sealed partial class KillingAnImport
{
    [Fact]
    public async Task leaves_a_part_that_the_next_run_continues_until_every_case_is_there_once()
    {
        await using var place = new Workplace();
        var file = CaseFile.Write(place, 15_000);
        await place.RunToEndAsync("configure", Workplace.Drammen);
        foreach (var recorded in new[] { 0, 3_000, 9_000 })
        {
            var import = place.Run("import", file);
            await Eventually.IsTrueAsync(() => place.Store.HasMoreThanAsync(recorded), "the import goes on");
            import.Kill();
            await import.ExitCodeAsync();
        }
        (await ImportAsync(place, file)).Before.ShouldBeInRange(9_001, 14_999);
        await ShouldBeCompleteAsync(place, file, 15_000);
    }

    [Fact]
    public async Task by_killing_the_server_it_works_beside_is_told_in_one_line_and_the_next_run_continues()
    {
        await using var place = new Workplace();
        var file = CaseFile.Write(place, 9_000);
        foreach (var recorded in new[] { 0, 3_000 })
        {
            var up = await place.UpAsync();
            var import = place.Run("import", file);
            await Eventually.IsTrueAsync(() => place.Store.HasMoreThanAsync(recorded), "the import goes on");
            up.Kill();
            await up.ExitCodeAsync();
            (await import.ExitCodeAsync()).ShouldBe(1);
            import.Complaint();
        }
        (await ImportAsync(place, file)).Before.ShouldBeInRange(3_001, 8_999);
        await ShouldBeCompleteAsync(place, file, 9_000);
    }

    private static async Task ShouldBeCompleteAsync(Workplace place, string file, int cases)
    {
        await place.UpAsync();
        (await ImportAsync(place, file)).ShouldBe((0, cases));
        var versions = await place.Store.VersionsAsync("I-%");
        (versions.Count, versions.Distinct().Count(each => each.EndsWith(" at 4", StringComparison.Ordinal))).ShouldBe((cases, cases));
        await place.ShouldBeSoundAsync();
    }

    /// <summary>How many cases the import added, and how many were there before.</summary>
    private static async Task<(int Added, int Before)> ImportAsync(Workplace place, string file)
    {
        var said = Result().Match((await place.RunToEndAsync("import", file)).ReplaceLineEndings(" "));
        return (Number(said.Groups[1]), Number(said.Groups[2]));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"recorded in ([\d,]+) cases, ([\d,]+) lines were there")]
    private static partial Regex Result();
}
