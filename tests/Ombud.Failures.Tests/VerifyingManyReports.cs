using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Ombud.Failures.Tests;

/// <summary>
/// An archive of many years, held against what is recorded; then somebody goes round the program. <c>OMBUD_REPORTS</c> says how many
/// reports there are, 1,000 at the most.
/// </summary>
public sealed class VerifyingManyReports(ITestOutputHelper output)
{
    private static readonly int Reports = int.Parse(
        Environment.GetEnvironmentVariable("OMBUD_REPORTS") ?? "300",
        CultureInfo.InvariantCulture
    );
    private const int AtOnce = 4;
    private static readonly DateOnly FirstDay = new(2023, 1, 1);

    // Into the last report's time, which it closed; that of the others had ended.
    private const string SlipOneIn = """
        insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        select nextval('ombud.mt_events_sequence'), gen_random_uuid(), s.id, s.version + 1, '{"occurredOn":"2023-06-12"}', 'case_reopened',
            (select max(as_of) from ombud.published_reports), s.tenant_id
        from ombud.mt_streams s where s.tenant_id = 'drammen' and s.type = 'case' order by s.id limit 1
        """;

    [Fact]
    public async Task finds_all_equal_and_then_the_one_whose_closed_time_an_event_was_slipped_into()
    {
        await using var place = new Workplace();
        await place.UpAsync();
        var last = await PublishAsync(place);

        var watch = Stopwatch.StartNew();
        var said = await place.RunToEndAsync("verify", "reports");
        said.ShouldContain(
            string.Create(CultureInfo.InvariantCulture, $"All {Reports:N0} published reports are what they were, to the byte.")
        );
        said.ShouldNotContain("Verifying", customMessage: "a bar is for a terminal");
        output.WriteLine($"Verified at {Reports / watch.Elapsed.TotalSeconds:N0} reports/s, the start of the program among it.");

        await place.Store.RunAsync(SlipOneIn);
        var verify = place.Run("verify", "reports");
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        verify.Said.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"1 of {Reports:N0} published reports is not what it was."));
        verify
            .Said.Split('\n')
            .Where(line => line.Contains("slipped in", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain($"drammen {last}");
    }

    /// <summary>Publishes the periods of three years, and parts of the demo's half-year; the last one alone. Answers its id.</summary>
    private static async Task<string> PublishAsync(Workplace place)
    {
        using var http = new HttpClient { BaseAddress = place.Url };
        var wanted = Owed().Concat(PartsOfTheHalfYear()).Take(Reports).ToList();
        await Parallel.ForEachAsync(
            wanted.SkipLast(1),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (report, _) => await PostAsync(report)
        );
        return (await PostAsync(wanted[^1])).Split('/')[^1];

        async Task<string> PostAsync(object report)
        {
            using var answer = await http.PostAsJsonAsync("/v1/reports", report, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(
                HttpStatusCode.Created,
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            return answer.Headers.Location!.ToString();
        }
    }

    private static IEnumerable<object> Owed() =>
        from year in Enumerable.Range(2022, 3)
        from kind in new[]
        {
            (Name: "annual", Months: 12),
            (Name: "half_year", Months: 6),
            (Name: "tertial", Months: 4),
            (Name: "quarterly", Months: 3),
        }
        from part in Enumerable.Range(0, 12 / kind.Months)
        let start = new DateOnly(year, 1 + (part * kind.Months), 1)
        select Report(kind.Name, start, start.AddMonths(kind.Months).AddDays(-1), part);

    private static IEnumerable<object> PartsOfTheHalfYear() =>
        from first in Enumerable.Range(0, 40)
        from length in Enumerable.Range(0, 25)
        select Report("status", FirstDay.AddDays(first), FirstDay.AddDays(first + 20 + (5 * length)), first + length);

    /// <summary>Every third hides small counts, and they take turns in the languages.</summary>
    private static object Report(string kind, DateOnly from, DateOnly to, int n) =>
        new
        {
            kind,
            from = Iso(from),
            to = Iso(to),
            language = n % 2 == 0 ? "nb" : "en",
            minimumCell = n % 3 == 0 ? 5 : 0,
        };

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
