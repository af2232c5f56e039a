using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Tests;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Reports of April to June 2023 by hand: each area with its cases, and how many of them each of two matters concerns.</summary>
internal static class SmallReports
{
    private static readonly string[] Matters = ["late_or_no_reply", "lack_of_information"];

    public static StatisticsReport Of(params (string Area, int Cases, int Late, int Lacking)[] areas)
    {
        var cases = areas.Sum(area => area.Cases);
        return Layout.Build(
            new(
                Instant.FromUtc(2023, 6, 13, 13, 0),
                new Dictionary<string, IReadOnlyDictionary<string, int>>
                {
                    ["byServiceArea"] = areas.ToDictionary(area => area.Area, area => area.Cases),
                    ["byMonth"] = new Dictionary<string, int> { ["2023-04"] = cases },
                    ["byMatter"] = Matters.Zip([areas.Sum(area => area.Late), areas.Sum(area => area.Lacking)]).ToDictionary(),
                    ["byOutcome"] = new Dictionary<string, int> { ["guided"] = cases },
                    ["areaByMatter"] = areas
                        .SelectMany(area => new[] { (area.Area, Matters[0], area.Late), (area.Area, Matters[1], area.Lacking) })
                        .ToDictionary(cell => CrossTable.Place(cell.Area, cell.Item2), cell => cell.Item3),
                    ["byChannel"] = new Dictionary<string, int> { ["email"] = cases },
                    ["byReferralSource"] = new Dictionary<string, int> { ["self"] = cases },
                    ["byUnit"] = new Dictionary<string, int> { ["schools"] = cases },
                    ["unitByMatter"] = Matters
                        .Zip([areas.Sum(area => area.Late), areas.Sum(area => area.Lacking)])
                        .ToDictionary(pair => CrossTable.Place("schools", pair.First), pair => pair.Second),
                    ["inquiriesByMonth"] = new Dictionary<string, int> { ["2023-04"] = cases },
                    ["inquiriesByChannel"] = new Dictionary<string, int> { ["email"] = cases },
                    ["inquiriesByType"] = new Dictionary<string, int> { ["complaint"] = cases },
                },
                cases,
                cases,
                new(0, cases, 0, cases, 0),
                Spread.Of([(12, cases)]),
                [],
                (cases, cases),
                (0, 0, 0, 0),
                (0, 0, 0, 0)
            )
        );
    }

    /// <summary>With responses by two rules and of two units, which add up to the whole.</summary>
    public static StatisticsReport WithResponses(this StatisticsReport report)
    {
        var (one, other) = (new Timeliness(10, 11, 12, 13), new Timeliness(20, 21, 22, 23));
        var all = new Timeliness(30, 32, 34, 36);
        return report with
        {
            ResponseTime = new(
                new(60, 5, 9, 12),
                all,
                23,
                [
                    new("NO.fvl.11a", "Reply", null, DeadlineKind.Statutory, one, 23),
                    new("drammen.reply", "Answer", null, DeadlineKind.LocalTarget, other, null),
                ],
                [
                    new("schools", "Schools", new(25, 5, 9, 12), one, 1),
                    new("building_office", "Building office", new(35, 5, 9, 12), other, 2),
                ]
            ),
        };
    }

    public static IEnumerable<string> Rows(this StatisticsReport report) => report.Tables.AreaByMatter!.Rows.Select(row => row.Code);

    private static StatisticsLayout Layout => new("drammen", Drammen.Now, new(new(2023, 4, 1), new(2023, 6, 30)), "en");
}
