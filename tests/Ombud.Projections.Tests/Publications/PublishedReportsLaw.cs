using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Projections.Feedback;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;
using Ombud.Projections.ReportTexts;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Publications;

/// <summary>What is published at any moment of any history stays as it was, whatever is written afterwards.</summary>
public sealed class PublishedReportsLaw(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task every_report_can_be_made_again_to_the_byte() =>
        Law.HoldsAsync(
            History.Any(longest: 60),
            12,
            async entries =>
            {
                var (history, random) = (new History(database), new SeededRandom(entries.Length));
                foreach (var office in history.Offices)
                    await office.ConfigureAsync();
                var published = new List<(string Tenant, ReportParameters Recipe, string Document)>();
                foreach (var chapter in entries.Chunk(12))
                {
                    await history.RecordAllAsync(chapter);
                    foreach (var office in history.Offices)
                        published.Add(await PublishAsync(office.Tenant, random));
                }
                // Several at once, and into the past as far as the closed history lets them.
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 4)
                        .Select(writer =>
                            history.Offices[writer % 2].RecordAsync(Office.Id(writer), new Domain.Cases.VoidCase("Written afterwards"))
                        )
                );
                foreach (var (tenant, recipe, document) in published)
                    (await ComposeAsync(tenant, recipe)).ShouldBe(document);
            }
        );

    private async Task<(string, ReportParameters, string)> PublishAsync(string tenant, SeededRandom random)
    {
        var closedUpTo = await database.History.CloseAsync(tenant, Cancel);
        var position = await new PublicationQueries(database.Tenants).PositionAsync(tenant, closedUpTo, Cancel);
        var recipe = new ReportParameters(
            ReportKind.Status,
            new(new(2022, 1, 1), new(2030, 12, 31)),
            random.Of("nb", "da", "en"),
            "Status",
            random.Of(0, 3, 5),
            closedUpTo,
            position,
            null,
            null,
            random.Of(ReportLayout.First, 3, ReportLayout.Current)
        );
        return (tenant, recipe, await ComposeAsync(tenant, recipe));
    }

    private MunicipalityDirectory Directory => new(database.Source, database.Store);

    private Task<string> ComposeAsync(string tenant, ReportParameters recipe) =>
        new ReportComposer(
            new StatisticsQuery(database.Tenants),
            Directory,
            new PublicationQueries(database.Tenants),
            new FollowUpQuery(database.Tenants, Directory),
            new FeedbackQueries(database.Tenants),
            new ReportTextQueries(database.Tenants, database.Store)
        ).ComposeAsync(tenant, recipe, Cancel);
}
