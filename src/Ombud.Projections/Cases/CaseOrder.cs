using NodaTime;
using NodaTime.Text;

namespace Ombud.Projections.Cases;

/// <summary>An order of the register. Lines that are alike in it go by their ids.</summary>
public sealed class CaseOrder
{
    private static readonly string NeverClosed = LocalDatePattern.Iso.Format(LocalDate.MaxIsoValue);

    private readonly (string Sql, string Type) _by;
    private readonly bool _descending;
    private readonly Func<CaseLine, string> _value;

    private CaseOrder(string name, (string Sql, string Type) by, bool descending, Func<CaseLine, string> value) =>
        (Name, _by, _descending, _value) = (descending ? $"-{name}" : name, by, descending, value);

    /// <summary>Every order, ascending and (with a hyphen) descending.</summary>
    public static IReadOnlyList<CaseOrder> All { get; } =
    [
        .. Both("received", ("received_on", "date"), line => LocalDatePattern.Iso.Format(line.Case.ReceivedOn)),
        .. Both("number", ("coalesce(number, '') collate \"C\"", "text"), line => line.Case.Number ?? ""),
        // What is open comes after all that is closed.
        .. Both(
            "closed",
            ($"coalesce(closed_on, '{NeverClosed}')", "date"),
            line => line.Case.ClosedOn is { } day ? LocalDatePattern.Iso.Format(day) : NeverClosed
        ),
        .. Both("changed", ("recorded_from", "timestamptz"), line => InstantPattern.ExtendedIso.Format(line.ChangedAt)),
    ];

    public static IEnumerable<string> Names => All.Select(order => order.Name);

    /// <summary>Newest receipt first.</summary>
    public static CaseOrder Default { get; } = All.Single(order => order.Name == "-received");

    /// <summary>The word for it, such as <c>-received</c>.</summary>
    public string Name { get; }

    internal string Sql => $"{_by.Sql} {Direction}, stream_id {Direction}";

    internal string AfterSql =>
        $"and ({_by.Sql}, stream_id) {(_descending ? "<" : ">")} (cast(@afterValue as {_by.Type}){Collation}, @afterId)";

    private string Direction => _descending ? "desc" : "asc";

    private string Collation => _by.Type == "text" ? " collate \"C\"" : "";

    public CasePlace PlaceOf(CaseLine line) => new(Name, _value(line), line.Id);

    /// <summary>False for a place that no line of this order can have.</summary>
    public bool Has(CasePlace place) =>
        place.Order == Name
        && _by.Type switch
        {
            "date" => LocalDatePattern.Iso.Parse(place.Value).Success,
            "timestamptz" => InstantPattern.ExtendedIso.Parse(place.Value).Success,
            _ => true,
        };

    private static IEnumerable<CaseOrder> Both(string name, (string, string) by, Func<CaseLine, string> value) =>
        [new(name, by, false, value), new(name, by, true, value)];
}
