using System.Linq.Expressions;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Figures;

/// <summary>The period whose figures are counted, and the municipality with its lists of then.</summary>
public sealed record FigureScope(Municipality Municipality, ReportingPeriod Period, string Language)
{
    public static FigureScope Of(Municipality municipality, ReportingPeriod period, string language) =>
        new(municipality.Read(period.CutOff), period, language);
}

/// <summary>By what things are counted.</summary>
/// <param name="Name">As in <c>cases.byUnit</c>: <c>unit</c>.</param>
/// <param name="Label">The heading of its column.</param>
/// <param name="Sql">An expression over a thing's row (<c>x</c>) or its case's (<c>c</c>); null where nothing is recorded.</param>
/// <param name="Values">The values that are listed, counted or not.</param>
public sealed record Dimension(
    string Name,
    Phrase Label,
    Func<FigureScope, string> Sql,
    Func<FigureScope, IEnumerable<(string Code, string Label)>> Values
)
{
    /// <summary>What it is called in the title of a table, <c>Open cases by age</c>; as its column's heading, unless it is given.</summary>
    public Phrase? InTitle { get; init; }

    /// <summary>The municipality's list that its codes are of.</summary>
    public Func<Municipality, CodeList>? List { get; init; }

    /// <summary>The label of a value that is counted and not listed.</summary>
    public Func<FigureScope, string, string> LabelOf { get; init; } = (_, code) => code;

    /// <summary>
    /// An array of the case's row: a case stands under each of its elements, so that the counts add up to more than the cases.
    /// </summary>
    public string? Elements { get; init; }

    /// <summary>
    /// Where only those count that have a value: the base that they are, which is a figure of the report too, and its words.
    /// </summary>
    public (string Base, Phrase Label)? OnlyThoseThatHaveOne { get; init; }

    /// <summary>The column of the case register that it is read from; null where it is of no such column, or of time.</summary>
    public string? Column { get; init; }

    /// <summary>
    /// What a row of the case register has of it, null where nothing is recorded: so one case can be counted without the database.
    /// </summary>
    public Func<CaseRow, IReadOnlyList<string?>>? OfCase { get; init; }

    /// <summary>True for stretches of time, which stand beside those of another period by their places.</summary>
    public bool OfTime { get; init; }

    /// <summary>All its values and what they are called, where those are the same everywhere.</summary>
    public IReadOnlyList<(string Code, Phrase Label)> Classes { get; init; } = [];

    /// <summary>True for what tells of somebody of the office: it is never published.</summary>
    public bool Internal { get; init; }

    /// <summary>Its expression, where that is the same for every period.</summary>
    internal string OfRow =>
        Column is null ? throw new InvalidOperationException($"{Name} is no column of the case register.") : Sql(null!);

    /// <summary>As it stands after the name of a thing: <c>byUnit</c>.</summary>
    public string By => $"by{char.ToUpperInvariant(Name[0])}{Name[1..]}";

    /// <summary>What is listed; what else was counted; and, where that was counted, that nothing is recorded.</summary>
    /// <param name="counted">Codes; an empty one where none is recorded.</param>
    public IReadOnlyList<(string Code, string Label)> ValuesWith(FigureScope scope, IEnumerable<string> counted)
    {
        var (listed, others) = (Values(scope).ToList(), counted.ToHashSet());
        return
        [
            .. listed,
            .. others
                .Where(code => code.Length > 0 && listed.TrueForAll(known => known.Code != code))
                .Order(StringComparer.Ordinal)
                .Select(code => (code, LabelOf(scope, code))),
            .. others.Contains("") && OnlyThoseThatHaveOne is null ? [("", Words.NotRecorded.In(scope.Language))] : ((string, string)[])[],
        ];
    }

    /// <summary>A code of a list, in a column of the case register.</summary>
    public static Dimension OfList(
        string name,
        Phrase label,
        Expression<Func<CaseRow, string?>> column,
        Func<Municipality, CodeList> list
    ) => OfList(name, label, $"c.{RowShape.ColumnOf(column)}", list) with { Column = RowShape.ColumnOf(column), OfCase = Reading(column) };

    private static Func<CaseRow, IReadOnlyList<string?>> Reading(Expression<Func<CaseRow, string?>> column)
    {
        var read = column.Compile();
        return row => [read(row)];
    }

    public static Dimension OfList(string name, Phrase label, string sql, Func<Municipality, CodeList> list) =>
        new(name, label, _ => sql, scope => InForce(list(scope.Municipality), scope))
        {
            List = list,
            LabelOf = (scope, code) => list(scope.Municipality).Label(code, scope.Language),
        };

    /// <summary>A column of the case register whose values are few and the same everywhere.</summary>
    /// <param name="classes">All that there are, in their order.</param>
    public static Dimension OfClasses(
        string name,
        Phrase label,
        Expression<Func<CaseRow, string?>> column,
        IReadOnlyList<(string Code, Phrase Label)> classes
    ) =>
        OfClasses(name, label, $"c.{RowShape.ColumnOf(column)}", classes) with
        {
            Column = RowShape.ColumnOf(column),
            OfCase = Reading(column),
        };

    /// <param name="classes">All that there are, in their order.</param>
    public static Dimension OfClasses(string name, Phrase label, string sql, IReadOnlyList<(string Code, Phrase Label)> classes) =>
        new(name, label, _ => sql, scope => classes.Select(each => (each.Code, each.Label.In(scope.Language)))) { Classes = classes };

    /// <param name="kind">The report whose periods they are; null for months.</param>
    public static Dimension Time(string name, Phrase label, ReportKind? kind)
    {
        return new(name, label, CodeOfDay, scope => Stretches(scope).Select(each => (each.Code, each.Label))) { OfTime = true };

        string CodeOfDay(FigureScope scope)
        {
            var stretches = Stretches(scope).ToList();
            var codes = string.Join(", ", stretches.Select(each => $"'{each.Code}'"));
            var firstDays = string.Join(", ", stretches.Select(each => $"'{each.From:uuuu-MM-dd}'"));
            return $"(array[{codes}])[width_bucket(day, array[{firstDays}]::date[])]";
        }

        IEnumerable<(string Code, string Label, LocalDate From)> Stretches(FigureScope scope) =>
            kind is { } of ? Periods(of, scope) : Months(scope);
    }

    private static IEnumerable<(string Code, string Label, LocalDate From)> Months(FigureScope scope)
    {
        for (var month = scope.Period.From.ToYearMonth(); month <= scope.Period.To.ToYearMonth(); month = month.PlusMonths(1))
            yield return ($"{month.Year:0000}-{month.Month:00}", DateWords.Month(month, scope.Language), month.OnDayOfMonth(1));
    }

    private static IEnumerable<(string Code, string Label, LocalDate From)> Periods(ReportKind kind, FigureScope scope)
    {
        var (start, months) = (scope.Municipality.ReportingYearStart, ReportCalendar.Months(kind)!.Value);
        var period = ReportCalendar.Around(kind, scope.Period.From, start)!;
        for (; ; period = ReportCalendar.Around(kind, period.To.PlusDays(1), start)!)
        {
            var year = ReportCalendar.Around(ReportKind.Annual, period.From, start)!.From;
            var part = 1 + ((((period.From.Year - year.Year) * 12) + period.From.Month - year.Month) / months);
            var letter = months switch
            {
                3 => $"-Q{part}",
                4 => $"-T{part}",
                _ => "",
            };
            yield return ($"{year.Year:0000}{letter}", period.Label(start), period.From);
            if (period.To >= scope.Period.To)
                yield break;
        }
    }

    private static IEnumerable<(string Code, string Label)> InForce(CodeList list, FigureScope scope) =>
        list.InForce(scope.Period.From, scope.Period.CutOff).Select(code => (code, list.Label(code, scope.Language)));
}
