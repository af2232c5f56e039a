using System.Globalization;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;
using Ombud.Projections.Tests.Deadlines;

namespace Ombud.Projections.Tests.Statistics;

/// <summary>
/// Any table counted case by case in memory, written without a look at how the product counts; and the same figures of a report.
/// </summary>
internal static class PlainTables
{
    /// <returns>The base, and a line for each row that is not 0 in the period or in one of the earlier ones.</returns>
    public static IReadOnlyList<string> Count(TableName table, IReadOnlyList<Case> all, ReportingPeriod period)
    {
        var (now, before, yearBefore) = (
            Rows(table, all, period),
            Rows(table, all, period.Before()),
            Rows(table, all, period.YearBefore())
        );
        var declined = table.Dimensions.Any(dimension => dimension.Name == "declineReason");
        var counted = Things(table.Thing.Name, all, period).Where(each => !declined || each.Case.DeclineReason is not null);
        var things = table.Thing.Name == "people" ? counted.Select(each => each.Case.FirstPerson).Distinct().Count() : counted.Count();
        // Stretches of time stand beside those of other periods by their places, which is tested by hand.
        var ofTime = table.Dimensions.Any(dimension => IsTime(dimension.Name));
        return
        [
            $"base {things}{Took(table, counted)}",
            .. now
                .Keys.Concat(ofTime ? [] : before.Keys.Concat(yearBefore.Keys))
                .Distinct()
                .Select(key => $"{key} {Of(now, key)}" + (ofTime ? "" : $" before {Of(before, key)} yearBefore {Of(yearBefore, key)}"))
                .Order(StringComparer.Ordinal),
        ];

        string Of(Dictionary<string, string> rows, string key) => rows.GetValueOrDefault(key, $"0{Took(table, [])}");
    }

    public static IReadOnlyList<string> Read(TableName name, FigureTable table)
    {
        var ofTime = table.Dimensions.Any(IsTime);
        return
        [
            $"base {table.BaseCount}{Took(table.Days)}",
            .. table
                .Rows.Where(row => row.Count > 0 || (!ofTime && (row.Before!.Count > 0 || row.YearBefore!.Count > 0)))
                .Select(row =>
                    $"{row.Code ?? string.Join(" and ", row.Codes!)} {row.Count}{Took(row.Days)}"
                    + (
                        ofTime
                            ? ""
                            : $" before {row.Before!.Count}{Took(row.Before.Days)} yearBefore {row.YearBefore!.Count}{Took(row.YearBefore.Days)}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsTime(string dimension) => dimension is "month" or "quarter" or "tertial" or "reportingYear";

    private static Dictionary<string, string> Rows(TableName table, IReadOnlyList<Case> all, ReportingPeriod period) =>
        Things(table.Thing.Name, all, period)
            .SelectMany(each => Keys(each, table), (each, key) => (key, each))
            .GroupBy(each => each.key, each => each.each)
            .ToDictionary(
                group => group.Key,
                group =>
                    table.Thing.Name == "people"
                        ? $"{group.Select(each => each.Case.FirstPerson).Distinct().Count()}"
                        : $"{group.Count()}{Took(table, group)}"
            );

    private static string Took(TableName table, IEnumerable<Thing> things) =>
        table.Measure is { Name: var measure } ? $" took {Spread([.. things.Select(thing => Days(thing, measure))])}" : "";

    private static string Took(Spread? spread) => spread is null ? "" : $" took {Text(spread)}";

    private static int Days(Thing thing, string measure) =>
        measure switch
        {
            "processingTime" => Period.DaysBetween(thing.Case.ReceivedOn, thing.Day!.Value),
            "netProcessingTime" => NetDays(thing.Case, thing.Open!),
            "openTime" => thing.Age,
            "responseTime" => Period.DaysBetween(thing.Of!.Deadline?.StartsOn ?? thing.Of.RequestedOn, thing.Day!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Measure it here too."),
        };

    /// <summary>Day by day: those up to the closing on which the case was open and no deadline of it stood still.</summary>
    public static int NetDays(Case state, OpenPeriod closing) =>
        Enumerable
            .Range(0, Period.DaysBetween(state.ReceivedOn, closing.ClosedOn!.Value))
            .Select(state.ReceivedOn.PlusDays)
            .Count(day =>
                state.OpenPeriods.Any(open => open.OpenedOn <= day && (open.ClosedOn is null || day < open.ClosedOn))
                && !state.ResponseRequests.Any(request =>
                    request.Deadline?.Pauses.Any(pause =>
                        pause.From <= day && (pause.To is { } ran ? day < ran : request.WaivedOn is not { } waived || day < waived)
                    ) == true
                )
            );

    public static string Spread(IReadOnlyList<int> taken)
    {
        var days = taken.Order().ToList();
        return days.Count == 0
            ? "0 - - - -"
            : $"{days.Count} {Text((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m)} "
                + $"{days[(int)Math.Ceiling(days.Count * 0.9m) - 1]} {days[^1]} "
                + Text(Math.Round((decimal)days.Sum() / days.Count, 1, MidpointRounding.AwayFromZero));
    }

    public static string Text(Spread spread) =>
        spread.N == 0
            ? "0 - - - -"
            : $"{spread.N} {Text(spread.MedianDays!.Value)} {spread.P90Days} {spread.MaximumDays} {Text(spread.MeanDays!.Value)}";

    private static string Text(decimal number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A key for each row that it stands in.</summary>
    private static IEnumerable<string> Keys(Thing thing, TableName table) =>
        table.Dimensions.Aggregate(
            (IEnumerable<string>)[""],
            (keys, dimension) =>
                keys.SelectMany(
                    _ => Codes(thing, dimension.Name),
                    (key, code) => key.Length == 0 ? code ?? "not_recorded" : $"{key} and {code ?? "not_recorded"}"
                )
        );

    private sealed record Thing(
        Case Case,
        LocalDate? Day,
        string? Matter = null,
        string? Outcome = null,
        OpenPeriod? Open = null,
        int Age = 0,
        ResponseRequest? Of = null,
        LocalDate CutOff = default
    );

    private static IEnumerable<Thing> Things(string thing, IReadOnlyList<Case> all, ReportingPeriod period)
    {
        var inquiries = all.Where(each => !each.Voided && each.MergedInto is null).ToList();
        var cases = inquiries.Where(each => each.WithinMandate == true && each.RequiresResponse == true).ToList();
        return thing switch
        {
            "inquiries" => inquiries.Where(each => Within(each.ReceivedOn)).Select(each => new Thing(each, each.ReceivedOn)),
            "cases" => cases.Where(each => Within(each.ReceivedOn)).Select(each => new Thing(each, each.ReceivedOn)),
            "people" => inquiries
                .Where(each => Within(each.ReceivedOn) && each.FirstPerson is not null)
                .Select(each => new Thing(each, each.ReceivedOn)),
            "matters" => cases
                .Where(each => Within(each.ReceivedOn))
                .SelectMany(each => each.Matters, (each, matter) => new Thing(each, each.ReceivedOn, Matter: matter)),
            "closings" => cases
                .SelectMany(each => each.OpenPeriods, (each, open) => new Thing(each, open.ClosedOn, Outcome: open.Outcome, Open: open))
                .Where(each => Within(each.Day)),
            "considered" => Things("closings", all, period)
                .Where(each => each.Outcome is not ("declined" or "withdrawn" or "to_other_body")),
            "open" => cases.SelectMany(
                each =>
                    each.OpenPeriods.Where(open =>
                        open.OpenedOn <= period.CutOff && (open.ClosedOn is null || open.ClosedOn > period.CutOff)
                    ),
                (each, _) => new Thing(each, null, Age: Period.DaysBetween(each.ReceivedOn, period.CutOff))
            ),
            "responses" => inquiries
                .SelectMany(
                    each => each.ResponseRequests,
                    (each, request) => new Thing(each, request.RespondedOn, Of: request, CutOff: period.CutOff)
                )
                .Where(each => Within(each.Day)),
            _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, "Count it here too."),
        };

        bool Within(LocalDate? day) => day >= period.From && day <= period.CutOff;
    }

    private static IReadOnlyList<string?> Codes(Thing thing, string dimension) =>
        (dimension, thing.Case) switch
        {
            ("month", _) => [$"{thing.Day!.Value.Year}-{thing.Day.Value.Month:00}"],
            ("quarter", _) => [$"{thing.Day!.Value.Year}-Q{((thing.Day.Value.Month - 1) / 3) + 1}"],
            ("tertial", _) => [$"{thing.Day!.Value.Year}-T{((thing.Day.Value.Month - 1) / 4) + 1}"],
            ("reportingYear", _) => [$"{thing.Day!.Value.Year}"],
            ("serviceArea", var of) => [of.ServiceArea],
            ("matter", var of) => thing.Matter is { } matter ? [matter] : [.. of.Matters],
            ("unit", _) when thing.Of is { } request => [PlainBoard.UnitOn(request, thing.CutOff)],
            ("unit", var of) => [of.Units.Count == 0 ? null : of.Units[0]],
            ("channel", var of) => [of.Channel],
            ("referralSource", var of) => [of.ReferralSource],
            ("type", var of) => [of.InquiryType],
            ("anonymity", var of) =>
            [
                of.Anonymous is { } anonymous
                    ? anonymous
                        ? "anonymous"
                        : "named"
                    : null,
            ],
            ("handler", var of) => [of.Handler],
            ("declineReason", var of) => of.DeclineReason is { } reason ? [reason] : [],
            ("outcome", _) => [thing.Outcome],
            ("age", _) =>
            [
                thing.Age <= 30 ? "up_to_30"
                : thing.Age <= 90 ? "31_to_90"
                : thing.Age <= 180 ? "91_to_180"
                : "over_180",
            ],
            ("rule", _) => [thing.Of!.Deadline?.Rule],
            ("result", _) =>
            [
                thing.Of!.Result switch
                {
                    ResponseResult.Upheld => "upheld",
                    ResponseResult.PartlyUpheld => "partly_upheld",
                    ResponseResult.NotUpheld => "not_upheld",
                    _ => null,
                },
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Count by it here too."),
        };
}
