using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain;

/// <summary>Checks a command against the municipality's lists and the calendar, and collects every fault before any is answered.</summary>
/// <param name="today">The day of recording; nothing can have happened after it.</param>
/// <param name="day">The day that an entry bears unless its command gives one.</param>
public abstract class Checks<TSelf>(Municipality municipality, LocalDate today, LocalDate day)
    where TSelf : Checks<TSelf>
{
    private readonly List<Fault> _faults = [];

    public Municipality Municipality => municipality;

    public LocalDate Today => today;

    public LocalDate DayUnlessGiven => day;

    private TSelf Self => (TSelf)this;

    /// <summary>Names what is longer or larger than it may be.</summary>
    public TSelf Within(object given, string? field = null)
    {
        foreach (var fault in Limits.Of(given, field))
            Add(fault);
        return Self;
    }

    public Decision Then(Func<object> record) =>
        _faults.Count > 0 ? new Decision.Invalid(_faults)
        : record() is var recorded && recorded is List<object> many ? new Decision.Accepted(many)
        : Decision.Record(recorded);

    /// <summary>Names what stands against an entry, and else records it.</summary>
    /// <param name="dayField">The field that gives the day of the entry.</param>
    /// <param name="recorded">What is recorded in the end, where that is more than the entry.</param>
    /// <param name="whole">What all entries say with this one, where that is not what they say without it.</param>
    public Decision Record<TState>(
        string dayField,
        TState state,
        object entry,
        IEntryInvariants<TState> invariants,
        Func<object>? recorded = null,
        TState? whole = null
    )
        where TState : class
    {
        if (invariants.Against(state, entry, whole ?? state) is { } contradiction)
        {
            if (contradiction.Refusal is { } refusal)
                return refusal;
            Against(dayField, contradiction);
        }
        return Then(recorded ?? (() => entry));
    }

    /// <summary>Withdraws or replaces an entry.</summary>
    /// <param name="replace">Decides the replacement in view of what stood before the entry and of the day the entry bears.</param>
    public Decision Withdraw<TState, TCommand>(
        TState state,
        IEntryWithdrawal<TCommand> withdrawal,
        Func<TState?, TCommand, LocalDate, Decision> replace,
        IEntryInvariants<TState> invariants
    )
        where TState : class, IFolded<TState>
        where TCommand : class =>
        Reason(withdrawal.Reason)
            .Otherwise(() =>
                Withdrawing.Decide(
                    state,
                    withdrawal.Version,
                    withdrawal.Reason,
                    withdrawal.Replacement is { } replacement ? (before, day) => replace(before, replacement, day) : null,
                    today,
                    invariants
                )
            );

    /// <summary>The faults that were found, or else what is decided.</summary>
    public Decision Otherwise(Func<Decision> decide) => _faults.Count > 0 ? new Decision.Invalid(_faults) : decide();

    public void Add(Fault fault) => When(true, fault);

    /// <summary>Names a fault, unless it is named already.</summary>
    public TSelf When(bool? wrong, Fault fault)
    {
        if (wrong == true && !_faults.Any(known => known.Field == fault.Field && known.Code == fault.Code))
            _faults.Add(fault);
        return Self;
    }

    /// <param name="on">The day that it is said of: the list of that day judges it, whenever it is typed.</param>
    public TSelf Code(string field, string? code, CodeList list, LocalDate on) =>
        code is null ? Self : When(!list.Contains(code, on), list.Unknown(field, code, on));

    /// <inheritdoc cref="Code"/>
    /// <param name="kept">What was said before may be said again, though the list was changed since.</param>
    public TSelf Codes(string field, IReadOnlyList<string> codes, CodeList list, LocalDate on, IReadOnlyList<string>? kept = null)
    {
        for (var i = 0; i < Math.Min(codes.Count, Limits.Codes); i++)
            // Null too: in a list it stands for no code at all.
            When(!list.Contains(codes[i], on) && kept?.Contains(codes[i]) != true, list.Unknown($"{field}[{i}]", codes[i], on));
        return EachOnce(field, codes);
    }

    public TSelf EachOnce<T>(string field, IReadOnlyList<T> values)
    {
        // A list that is too long is named as that alone.
        for (var i = 1; i < values.Count && !_faults.Any(fault => fault.Field == field && fault.Code == "too_many"); i++)
            When(
                values.Take(i).Contains(values[i]),
                new($"{field}[{i}]", "duplicate", "Each stands once.") { Value = values[i]?.ToString() }
            );
        return Self;
    }

    public TSelf Some<T>(string field, IReadOnlyList<T>? values) =>
        When(values is not { Count: > 0 }, new(field, "required", $"Give at least one of {field}."));

    /// <summary>Blank text is nothing given.</summary>
    public TSelf AtLeastOne(string field, string detail, params object?[] given) =>
        When(
            given.All(value => value is null || (value is string text && string.IsNullOrWhiteSpace(text))),
            new(field, "required", detail)
        );

    /// <summary>A reason that whoever reads the history may read.</summary>
    public TSelf Reason(string? reason) => General("reason", reason).Required("reason", reason, "Say why.");

    public TSelf Reason(Confidential? reason) => Required("reason", reason?.Readable, "Say why.");

    /// <summary>A text that is not enciphered: it stays readable in the history for ever, so that it may tell of nobody.</summary>
    public TSelf General(string field, string? text)
    {
        foreach (var fault in GeneralForm.Faults(field, text ?? "", _ => false))
            Add(fault);
        return Self;
    }

    public TSelf Required(string field, string? text, string remedy) =>
        When(string.IsNullOrWhiteSpace(text), new(field, "required", remedy));

    /// <summary>For days that may lie long before the municipality had an ombud.</summary>
    /// <param name="remedy">What to do with a day that is still to come, where anything can be done.</param>
    public TSelf NotAfterToday(string field, LocalDate? day, string? remedy = null) =>
        When(
            day > today,
            new(field, "in_the_future", $"{day:uuuu-MM-dd} is after {today:uuuu-MM-dd}, the day of recording. {remedy}".TrimEnd())
            {
                Value = $"{day:uuuu-MM-dd}",
            }
        );

    public TSelf NotBefore(string field, LocalDate? day, LocalDate? earliest, string because) =>
        day is { } given && Contradiction.Early(given, earliest, because) is { } early ? Against(field, early) : Self;

    private TSelf Against(string dayField, Contradiction contradiction)
    {
        var field = contradiction.Field ?? dayField;
        // That a day is too early is not worth naming where something is said of it already.
        return When(
            contradiction.Code != Contradiction.TooEarly || !_faults.Any(known => known.Field == field),
            new(field, contradiction.Code, contradiction.Detail) { Value = contradiction.Value }
        );
    }
}
