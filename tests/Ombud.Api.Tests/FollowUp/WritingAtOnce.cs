using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>Several people write at the same moment: nothing is lost, nobody is refused, nobody waits for what is not theirs.</summary>
public sealed class WritingAtOnce(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const int Writers = 8;
    private const int Entries = 25;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task on_one_measure_keeps_every_entry()
    {
        var measure = await api.MakeAsync("/v1/measures", new { title = "A course", status = "planned" });
        var versions = await AtOnceAsync((writer, entry) => LogAsync(measure, writer, entry));
        versions.Order().ShouldBe(Enumerable.Range(2, Writers * Entries));
        Notes(await api.ReadAsync($"/v1/measures/{measure}")).ShouldBe(Expected(Enumerable.Range(0, Writers)), ignoreOrder: true);
    }

    [Fact]
    public async Task on_the_measures_of_one_recommendation_touches_nothing_in_common()
    {
        var recommendation = await api.RecommendAsync();
        var measures = new List<string>();
        for (var writer = 0; writer < Writers; writer++)
            measures.Add(
                await api.MakeAsync(
                    "/v1/measures",
                    new
                    {
                        title = $"Course {writer}",
                        status = "planned",
                        recommendations = new[] { recommendation },
                    }
                )
            );
        await AtOnceAsync((writer, entry) => LogAsync(measures[writer], writer, entry));
        foreach (var (writer, measure) in measures.Index())
            Notes(await api.ReadAsync($"/v1/measures/{measure}")).ShouldBe(Expected([writer]));
        (await api.GetAsync($"/v1/recommendations/{recommendation}", RingstedApi.Ringsted)).ETag.ShouldBe("\"1\"");
        (await api.ReadAsync($"/v1/measures?recommendationId={recommendation}"))["items"]!.AsArray().Count.ShouldBe(Writers);
    }

    [Fact]
    public async Task a_measure_waits_neither_for_its_recommendation_nor_for_another_measure_of_it()
    {
        var recommendation = await api.RecommendAsync();
        var body = new
        {
            title = "A course",
            status = "planned",
            recommendations = new[] { recommendation },
        };
        var (held, free) = (await api.MakeAsync("/v1/measures", body), await api.MakeAsync("/v1/measures", body));
        await using var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        await using var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel);
        await using var hold = connection.CreateCommand();
        hold.CommandText = "select 1 from ombud.mt_streams where id = any(@ids) for update";
        hold.Parameters.AddWithValue("ids", new[] { Guid.Parse(recommendation), Guid.Parse(held) });
        await hold.ExecuteNonQueryAsync(OmbudApi.Cancel);
        (await LogAsync(free, 0, 0).WaitAsync(Long, OmbudApi.Cancel)).ShouldBe(2);
        // One that is registered or linked meanwhile reads the recommendation, and does not wait either.
        await api.MakeAsync("/v1/measures", body).WaitAsync(Long, OmbudApi.Cancel);
    }

    [Fact]
    public async Task answers_that_cover_the_same_recommendations_in_any_order_all_arrive()
    {
        var (report, recommendations) = await api.ReportedAsync(2016, 5);
        string[][] orders =
        [
            ["1", "2", "3", "4"],
            ["4", "3", "2", "1"],
            ["5", "3", "1"],
            ["2", "5", "4"],
        ];
        var versions = await AtOnceAsync(
                async (writer, entry) =>
                {
                    (
                        await api.PostAsync(
                            $"/v1/reports/{report}/answers",
                            new { covers = orders[writer % orders.Length], text = $"{writer}.{entry}" },
                            RingstedApi.Ringsted
                        )
                    ).ShouldBe(201);
                    return 0;
                }
            )
            .WaitAsync(2 * Long, OmbudApi.Cancel);
        versions.Count.ShouldBe(Writers * Entries);
        foreach (var (i, recommendation) in recommendations.Index())
            (await api.ReadAsync($"/v1/recommendations/{recommendation}"))
                .Items("answers")
                .Select(answer => (string)answer["text"]!)
                .ShouldBe(
                    Expected(Enumerable.Range(0, Writers).Where(writer => orders[writer % orders.Length].Contains($"{i + 1}"))),
                    ignoreOrder: true
                );
    }

    private async Task<int> LogAsync(string measure, int writer, int entry)
    {
        var answer = (
            await api.PostAsync(
                $"/v1/measures/{measure}/log",
                new { status = "in_progress", note = $"{writer}.{entry}" },
                RingstedApi.Ringsted
            )
        ).ShouldBe(200);
        return int.Parse(answer.ETag!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<IReadOnlyList<int>> AtOnceAsync(Func<int, int, Task<int>> act) =>
        [
            .. (
                await Task.WhenAll(
                    Enumerable
                        .Range(0, Writers)
                        .Select(writer =>
                            Task.Run(async () =>
                            {
                                var answers = new List<int>();
                                for (var entry = 0; entry < Entries; entry++)
                                    answers.Add(await act(writer, entry));
                                return answers;
                            })
                        )
                )
            ).SelectMany(answers => answers),
        ];

    private static IEnumerable<string> Notes(JsonNode measure) => measure.Items("log").Skip(1).Select(entry => (string)entry["note"]!);

    private static IEnumerable<string> Expected(IEnumerable<int> writers) =>
        writers.SelectMany(writer => Enumerable.Range(0, Entries).Select(entry => $"{writer}.{entry}"));
}
