using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>Holds a command against the municipality's lists and the calendar, and collects every fault before it speaks.</summary>
/// <param name="today">The day of recording; nothing can have happened after it.</param>
/// <param name="receivedOn">The day the case was received, or null while it is being received.</param>
internal sealed class CaseChecks(Municipality municipality, LocalDate today, LocalDate? receivedOn)
{
    public const int LongestText = 500;

    /// <summary>Of matters or units on one case: far more than offices use, and few enough to ride along in an index.</summary>
    public const int MostCodes = 20;
    private readonly List<Fault> _faults = [];

    public Municipality Municipality => municipality;

    public LocalDate Today => today;

    public Decision Then(Func<object> record) =>
        _faults.Count > 0 ? new Decision.Invalid(_faults)
        : record() is var recorded && recorded is List<object> many ? new Decision.Accepted(many)
        : Decision.Record(recorded);

    /// <summary>Adds a fault that no other names already.</summary>
    public void Add(Fault fault) => When(!_faults.Any(known => known.Field == fault.Field && known.Code == fault.Code), fault);

    public CaseChecks When(bool? wrong, Fault fault)
    {
        if (wrong == true)
            _faults.Add(fault);
        return this;
    }

    public CaseChecks Code(string field, string? code, CodeList list) =>
        code is null ? this : When(!list.Contains(code), list.Unknown(field, code));

    public CaseChecks Categories(string? serviceArea, IReadOnlyList<string>? matters, IReadOnlyList<string>? units) =>
        Code("serviceArea", serviceArea, municipality.ServiceAreas)
            .Codes("matters", matters ?? [], municipality.Matters)
            .Codes("units", units ?? [], municipality.Units);

    public CaseChecks Some(string field, IReadOnlyList<string> codes) =>
        When(codes.Count == 0, new(field, "required", $"Give at least one of {field}."));

    public CaseChecks AtLeastOne(string field, string detail, params object?[] given) =>
        When(given.All(value => value is null), new(field, "required", detail));

    public CaseChecks Reason(string reason) => Text("reason", reason)
        .When(string.IsNullOrWhiteSpace(reason), new("reason", "required", "Say why."));

    public CaseChecks Number(string? number) => number is null ? this : Text("number", number)
        .When(string.IsNullOrWhiteSpace(number) || number.Length > 64, new("number", "invalid_number", "A number has 1 to 64 characters.") { Value = number });

    public CaseChecks Received(LocalDate? on, Instant? at, bool required)
    {
        var day = ReceivedDay(on, at);
        var field = on is not null || at is null ? "receivedOn" : "receivedAt";
        return When(required && day is null, new("receivedOn", "required", "Give receivedOn (a date) or receivedAt (a moment)."))
            .When(on is not null && at is not null && municipality.DayOf(at.Value) != on,
                new("receivedAt", "contradiction", $"receivedAt falls on {(at is null ? null : municipality.DayOf(at.Value)):uuuu-MM-dd} in {municipality.Zone.Id}, receivedOn says {on:uuuu-MM-dd}. Give one of them."))
            .Day(field, day, notBeforeReceipt: false);
    }

    public LocalDate? ReceivedDay(LocalDate? on, Instant? at) => on ?? (at is { } moment ? municipality.DayOf(moment) : null);

    public CaseChecks Day(string field, LocalDate? day, bool notBeforeReceipt = true)
    {
        if (day is not { } on)
            return this;
        var value = $"{on:uuuu-MM-dd}";
        return When(on > today, new(field, "in_the_future", $"{value} is after {today:uuuu-MM-dd}, the day of recording.") { Value = value })
            .When(on < municipality.InForceFrom, new(field, "before_configuration", $"{municipality.Name} is configured from {municipality.InForceFrom:uuuu-MM-dd}.") { Value = value })
            .When(notBeforeReceipt && on < receivedOn, new(field, "before_receipt", $"The inquiry was received on {receivedOn:uuuu-MM-dd}.") { Value = value });
    }

    /// <summary>For days that lie outside the case's own life: it may concern what began long before.</summary>
    public CaseChecks NotAfterToday(string field, LocalDate? day) =>
        When(day > today, new(field, "in_the_future", $"{day:uuuu-MM-dd} is after {today:uuuu-MM-dd}, the day of recording.") { Value = $"{day:uuuu-MM-dd}" });

    public CaseChecks NotBefore(string field, LocalDate day, LocalDate? earliest, string because) =>
        When(day < earliest && !_faults.Any(fault => fault.Field == field),
            new(field, "too_early", $"{day:uuuu-MM-dd} is before {earliest:uuuu-MM-dd}, when {because}.") { Value = $"{day:uuuu-MM-dd}" });

    private CaseChecks Text(string field, string? text) =>
        When(text?.Length > LongestText, new(field, "too_long", $"At most {LongestText} characters."))
            // PostgreSQL's jsonb cannot hold U+0000, and no other control character means anything here.
            .When(text?.Any(char.IsControl) == true, new(field, "control_character", "No control characters."));

    private CaseChecks Codes(string field, IReadOnlyList<string> codes, CodeList list)
    {
        if (codes.Count > MostCodes)
            return When(true, new(field, "too_many", $"At most {MostCodes} of {field}."));
        for (var i = 0; i < codes.Count; i++)
        {
            // Null too: in a list it stands for no code at all.
            When(!list.Contains(codes[i]), list.Unknown($"{field}[{i}]", codes[i]));
            When(codes.Take(i).Contains(codes[i]), new($"{field}[{i}]", "duplicate", "Each code stands once.") { Value = codes[i] });
        }
        return this;
    }
}
