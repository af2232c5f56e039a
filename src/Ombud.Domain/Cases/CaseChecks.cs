using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>What a command on a case is held against.</summary>
/// <param name="receivedOn">The day the case was received, or null while it is being received.</param>
internal sealed class CaseChecks(Municipality municipality, LocalDate today, LocalDate? receivedOn) : Checks<CaseChecks>(municipality, today)
{
    public CaseChecks Categories(string? serviceArea, IReadOnlyList<string>? matters, IReadOnlyList<string>? units) =>
        Code("serviceArea", serviceArea, Municipality.ServiceAreas)
            .Codes("matters", matters ?? [], Municipality.Matters)
            .Codes("units", units ?? [], Municipality.Units);

    public CaseChecks Number(string? number) => number is null ? this : Text("number", number)
        .When(string.IsNullOrWhiteSpace(number) || number.Length > 64, new("number", "invalid_number", "A number has 1 to 64 characters.") { Value = number });

    public CaseChecks Received(LocalDate? on, Instant? at, bool required)
    {
        var day = ReceivedDay(on, at);
        var field = on is not null || at is null ? "receivedOn" : "receivedAt";
        return When(required && day is null, new("receivedOn", "required", "Give receivedOn (a date) or receivedAt (a moment)."))
            .When(on is not null && at is not null && Municipality.DayOf(at.Value) != on,
                new("receivedAt", "contradiction", $"receivedAt falls on {(at is null ? null : Municipality.DayOf(at.Value)):uuuu-MM-dd} in {Municipality.Zone.Id}, receivedOn says {on:uuuu-MM-dd}. Give one of them."))
            .Day(field, day, notBeforeReceipt: false);
    }

    public LocalDate? ReceivedDay(LocalDate? on, Instant? at) => on ?? (at is { } moment ? Municipality.DayOf(moment) : null);

    public CaseChecks Day(string field, LocalDate? day, bool notBeforeReceipt = true)
    {
        if (day is not { } on)
            return this;
        var value = $"{on:uuuu-MM-dd}";
        return NotAfterToday(field, day)
            .When(on < Municipality.InForceFrom, new(field, "before_configuration", $"{Municipality.Name} is configured from {Municipality.InForceFrom:uuuu-MM-dd}.") { Value = value })
            .When(notBeforeReceipt && on < receivedOn, new(field, "before_receipt", $"The inquiry was received on {receivedOn:uuuu-MM-dd}.") { Value = value });
    }
}
