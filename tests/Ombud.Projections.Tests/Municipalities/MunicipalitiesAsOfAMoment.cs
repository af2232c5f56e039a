using NodaTime;
using NodaTime.Testing;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Tests;
using Ombud.Integrity;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Municipalities;

public sealed class MunicipalitiesAsOfAMoment(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static readonly Instant First = Instant.FromUtc(2023, 1, 10, 9, 0);
    private static readonly Instant Second = Instant.FromUtc(2023, 4, 3, 9, 0);
    private static readonly MunicipalityConfigured Renamed = Drammen.Configuration with
    {
        ServiceAreas =
        [
            new("transport", "Vei og samferdsel", "Vej og trafik", "Roads and transport"),
            new("other", "Annet", "Andet", "Other"),
        ],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_as_first_configured_for_all_time_before()
    {
        var directory = await ConfiguredAsync("before");
        (await directory.AsOfAsync("before", First - Duration.FromDays(900), Cancel))!
            .ServiceAreas.Label("transport", "nb")
            .ShouldBe("Samferdsel");
        (await directory.AsOfAsync("before", Second - Microseconds.One, Cancel))!.ServiceAreas.Version.ShouldBe(1);
    }

    [Fact]
    public async Task have_a_new_version_of_the_list_that_changed_and_of_no_other()
    {
        var directory = await ConfiguredAsync("versions");
        foreach (
            var municipality in new[]
            {
                await directory.AsOfAsync("versions", Second, Cancel),
                await directory.AsOfAsync("versions", null, Cancel),
            }
        )
            (municipality!.ServiceAreas.Version, municipality.Matters.Version, municipality.Outcomes.Version).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task keep_the_labels_of_retired_codes() =>
        (await (await ConfiguredAsync("retired")).AsOfAsync("retired", null, Cancel))!.ServiceAreas.Label("health", "nb").ShouldBe("Helse");

    [Fact]
    public async Task are_nothing_where_none_was_ever_configured() =>
        (await new MunicipalityDirectory(database.Source, database.Store).AsOfAsync("nowhere", null, Cancel)).ShouldBeNull();

    [Fact]
    public async Task label_a_report_as_it_was_known_then()
    {
        var (directory, office) = (await ConfiguredAsync("labels"), new Office(database, "labels"));
        await office.ImportAsync(
            new Past(
                Office.Id(1),
                new ReceiveCase(ReceivedOn: new(2023, 2, 1), WithinMandate: true, RequiresResponse: true, ServiceArea: "transport"),
                First + Duration.FromDays(30)
            ),
            new Past(
                Office.Id(2),
                new ReceiveCase(ReceivedOn: new(2023, 2, 1), WithinMandate: true, RequiresResponse: true, ServiceArea: "health"),
                First + Duration.FromDays(30)
            )
        );
        (await LabelsAsync(directory, Second - Microseconds.One)).ShouldBe(["health Helse 1", "transport Samferdsel 1", "other Annet 0"]);
        (await LabelsAsync(directory, Second)).ShouldBe(["transport Vei og samferdsel 1", "other Annet 0", "health Helse 1"]);
    }

    [Fact]
    public async Task say_on_which_days_a_list_changed_for_what_happened_then()
    {
        var ahead = Renamed with
        {
            ServiceAreas = [.. Renamed.ServiceAreas, new("climate", "Klima", "Klima", "Climate", new(2023, 9, 1), Replaces: ["other"])],
        };
        var directory = await ConfiguredAsync("changes", new ImportEvent(ahead, Second + Duration.FromDays(30), "{}"));
        var municipality = (await directory.AsOfAsync("changes", null, Cancel))!;
        municipality.ServiceAreas.Version.ShouldBe(3);
        // What is prepared changes nothing on the day on which it is.
        municipality.ListChanges.ShouldBe([(new LocalDate(2023, 4, 3), "serviceAreas", 2)]);
    }

    [Fact]
    public async Task have_the_names_of_the_day_that_they_are_read_on()
    {
        var ahead = Renamed with { LaterNames = [new("Nye Drammen kommune", new(2024, 1, 1))] };
        await ConfiguredAsync("names", new ImportEvent(ahead, Second + Duration.FromDays(30), "{}"));
        var clock = new FakeClock(Instant.FromUtc(2023, 12, 31, 22, 59));
        var directory = new MunicipalityDirectory(database.Source, database.Store, clock);
        (await directory.AsOfAsync("names", null, Cancel))!.Name.ShouldBe("Drammen kommune");
        clock.AdvanceMinutes(1);
        (await directory.AsOfAsync("names", null, Cancel))!.Name.ShouldBe("Nye Drammen kommune");
        (await directory.AsOfAsync("names", Instant.FromUtc(2023, 12, 31, 22, 59), Cancel))!.Name.ShouldBe("Drammen kommune");
    }

    [Fact]
    public async Task are_caught_up_on_when_another_node_changes_them()
    {
        var (here, there) = (await ConfiguredAsync("nodes"), new MunicipalityDirectory(database.Source, database.Store));
        (await there.AsOfAsync("nodes", null, Cancel))!.Name.ShouldBe("Drammen kommune");
        await database.RecordAsync(
            OmbudStreams.Municipality,
            "nodes",
            Municipality.Stream,
            (state, _) => MunicipalityDecider.Decide(state, Renamed with { Name = "Ny kommune" })
        );
        there.KnownVersion("nodes").ShouldBe(2);
        (await there.AsOfAsync("nodes", null, Cancel))!.Name.ShouldBe("Ny kommune");
        (await here.AsOfAsync("nodes", Second, Cancel))!.Name.ShouldBe("Drammen kommune");
        (await here.CodesAsync(Cancel)).ShouldContain("nodes");
    }

    private async Task<MunicipalityDirectory> ConfiguredAsync(string tenant, params ImportEvent[] more)
    {
        ImportEvent[] events = [new(Drammen.Configuration, First, "{}"), new(Renamed, Second, "{}"), .. more];
        var import = new RowImport<Municipality>(OmbudStreams.Municipality);
        await database.Writer.WriteAsync(import.Batch(tenant, "importer", [new(Municipality.Stream, null, 0, events)]), Cancel);
        return new(database.Source, database.Store);
    }

    private async Task<IEnumerable<string>> LabelsAsync(MunicipalityDirectory directory, Instant asOf)
    {
        var municipality = await directory.AsOfAsync("labels", asOf, Cancel);
        var report = await new StatisticsQuery(database.Tenants).RunAsync(
            "labels",
            municipality!,
            new(new(2023, 1, 1), new(2023, 12, 31)),
            asOf,
            "nb",
            Cancel
        );
        return report.Tables.ByServiceArea.Rows.Select(row => $"{row.Code} {row.Label} {row.Count}");
    }
}
