using NodaTime;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>What a command on a case is checked against.</summary>
/// <param name="state">The case, or null while it is being received.</param>
internal sealed class CaseChecks(Municipality municipality, LocalDate today, Case? state, LocalDate day)
    : Checks<CaseChecks>(municipality, today, day)
{
    public CaseInvariants Invariants { get; } = new(municipality);

    /// <inheritdoc cref="Checks{TSelf}.Record"/>
    public Decision Record(string dayField, CaseEvent entry, Func<object>? recorded = null) =>
        Record(dayField, state!, entry, Invariants, recorded, entry is CaseCorrected ? Case.After(state, entry) : null);

    /// <param name="on">The day of receipt: a case stays in the lists that it came under.</param>
    public CaseChecks Categories(string? serviceArea, IReadOnlyList<string>? matters, IReadOnlyList<string>? units, LocalDate on) =>
        Code("serviceArea", serviceArea == state?.ServiceArea ? null : serviceArea, Municipality.ServiceAreas, on)
            .Codes("matters", matters ?? [], Municipality.Matters, on, state?.Matters)
            .Codes("units", units ?? [], Municipality.Units, on, state?.Units);

    public CaseChecks Origin(string? channel, string? referralSource, LocalDate on) =>
        Code("channel", channel, Municipality.Channels, on).Code("referralSource", referralSource, Municipality.ReferralSources, on);

    public CaseChecks Number(string? number) =>
        number is null
            ? this
            : When(
                string.IsNullOrWhiteSpace(number),
                new("number", "invalid_number", "A number has 1 to 64 characters.") { Value = number }
            );

    public CaseChecks Some(string field, Confidential text) =>
        When(string.IsNullOrWhiteSpace(text.Readable), new(field, "required", "Write something."));

    public CaseChecks SomeOrNone(string field, Confidential? text) =>
        When(text is not null && string.IsNullOrWhiteSpace(text.Readable), new(field, "required", "Write something, or leave it out."));

    /// <summary>
    /// Of national ids only the digits are counted: control digits change (Norway, 2032) and emergency numbers have none.
    /// </summary>
    public CaseChecks Resident(Resident? resident)
    {
        var (digits, name) = Municipality.Country == "DK" ? (10, "A CPR-nummer") : (11, "A fødselsnummer or D-nummer");
        if (resident is not null)
            Within(resident, "resident");
        return When(
                resident?.NationalId?.Readable is { } id
                    && (id.Count(char.IsAsciiDigit) != digits || id.Any(each => !char.IsAsciiDigit(each) && each is not (' ' or '-'))),
                new("resident.nationalId", "invalid_value", $"{name} has {digits} digits.")
            )
            .When(
                resident is { SaysNothing: true },
                new("resident", "required", "Give name, contact or nationalId, or leave resident out.")
            );
    }

    public CaseChecks Identifiers(PersonIdentifiers? identifiers, bool? anonymous)
    {
        foreach (var fault in identifiers?.Faults(Municipality.Country, "identifiers") ?? [])
            Add(fault);
        return When(
            identifiers is not null && anonymous == true,
            new("identifiers", "contradiction", "Whoever stays unknown is not to be found again: leave identifiers out.")
        );
    }

    public CaseChecks Received(LocalDate? on, Instant? at, bool required)
    {
        var day = ReceivedDay(on, at);
        var field = on is not null || at is null ? "receivedOn" : "receivedAt";
        return When(required && day is null, new("receivedOn", "required", "Give receivedOn (a date) or receivedAt (a moment)."))
            .When(
                on is not null && at is not null && Municipality.DayOf(at.Value) != on,
                new(
                    "receivedAt",
                    "contradiction",
                    $"receivedAt falls on {(at is null ? null : Municipality.DayOf(at.Value)):uuuu-MM-dd} in {Municipality.Zone.Id}, "
                        + $"receivedOn says {on:uuuu-MM-dd}. Give one of them."
                )
            )
            .Day(field, day);
    }

    public LocalDate? ReceivedDay(LocalDate? on, Instant? at) => on ?? (at is { } moment ? Municipality.DayOf(moment) : null);

    public CaseChecks Day(string field, LocalDate? on) =>
        NotAfterToday(field, on)
            .When(
                on < Municipality.InForceFrom,
                new(field, "before_configuration", $"{Municipality.Name} is configured from {Municipality.InForceFrom:uuuu-MM-dd}.")
                {
                    Value = $"{on:uuuu-MM-dd}",
                }
            );
}
