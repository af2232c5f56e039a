using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>
/// How many inquiries of a period share a day of receipt, their codes, their service area and matters, or their type and the reason for
/// which they were declined.
/// </summary>
internal sealed class RegisterCell
{
    /// <summary>What they share: <c>day</c>, <c>codes</c>, <c>matters</c>, <c>units</c> or <c>kinds</c>.</summary>
    public string Dimension { get; init; } = "";
    public LocalDate Day { get; init; }
    public string? ServiceArea { get; init; }
    public string? Channel { get; init; }
    public string? ReferralSource { get; init; }
    public string? InquiryType { get; init; }
    public string? DeclineReason { get; init; }
    public string? Unit { get; init; }
    public string[] Matters { get; init; } = [];
    public bool IsCase { get; init; }
    public int N { get; init; }
}

internal static class RegisterCells
{
    public static int Inquiries(this IEnumerable<RegisterCell> cells) => cells.Where(cell => cell.Dimension == "day").Sum(cell => cell.N);

    public static int Cases(this IEnumerable<RegisterCell> cells) => cells.Where(cell => cell.IsCase).Inquiries();

    /// <summary>The inquiries, and the cases, by the standard table and code; none recorded is the empty code.</summary>
    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> Counts(this IEnumerable<RegisterCell> cells)
    {
        var inquiries = cells.ToLookup(cell => cell.Dimension);
        yield return new("inquiriesByMonth", Summed(inquiries["day"].Select(cell => ($"{cell.Day:uuuu-MM}", cell.N))));
        yield return new("inquiriesByType", Summed(inquiries["kinds"].Select(cell => (cell.InquiryType ?? "", cell.N))));
        yield return new("inquiriesByChannel", Summed(inquiries["codes"].Select(cell => (cell.Channel ?? "", cell.N))));
        yield return new(
            "inquiriesByDeclineReason",
            Summed(inquiries["kinds"].Where(cell => cell.DeclineReason is not null).Select(cell => (cell.DeclineReason!, cell.N)))
        );
        var cases = cells.Where(cell => cell.IsCase).ToLookup(cell => cell.Dimension);
        yield return new("byMonth", Summed(cases["day"].Select(cell => ($"{cell.Day:uuuu-MM}", cell.N))));
        yield return new("byMatter", Summed(cases["matters"].SelectMany(cell => cell.Matters.Select(matter => (matter, cell.N)))));
        yield return new(
            "areaByMatter",
            Summed(
                cases["matters"]
                    .SelectMany(cell => cell.Matters.Select(matter => (CrossTable.Place(cell.ServiceArea ?? "", matter), cell.N)))
            )
        );
        yield return new("byUnit", Summed(cases["units"].Select(cell => (cell.Unit ?? "", cell.N))));
        yield return new(
            "unitByMatter",
            Summed(cases["units"].SelectMany(cell => cell.Matters.Select(matter => (CrossTable.Place(cell.Unit ?? "", matter), cell.N))))
        );
        yield return new("byServiceArea", Summed(cases["codes"].Select(cell => (cell.ServiceArea ?? "", cell.N))));
        yield return new("byChannel", Summed(cases["codes"].Select(cell => (cell.Channel ?? "", cell.N))));
        yield return new("byReferralSource", Summed(cases["codes"].Select(cell => (cell.ReferralSource ?? "", cell.N))));
    }

    private static Dictionary<string, int> Summed(IEnumerable<(string Code, int N)> counts) =>
        counts.GroupBy(count => count.Code).ToDictionary(group => group.Key, group => group.Sum(count => count.N));
}
