using System.Text.Json;
using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Imports;

/// <summary>Decides every line of an import in memory, so that all faults are known before anything is written.</summary>
/// <param name="clock">The moment of the import, for lines that bring none, and the moment up to which history is closed.</param>
internal sealed class ImportPlan(Municipality municipality, StoreClock clock, string fileName)
{
    private readonly Dictionary<string, (Guid Id, int Line)> _numbers = [];
    private readonly HashSet<Guid> _cases = [];

    public List<LineFault> Faults { get; } = [];

    /// <summary>The numbers that cases have in the end.</summary>
    public IReadOnlyCollection<string> Numbers => _numbers.Keys;

    public int Skipped { get; private set; }

    /// <param name="events">What the store has of the case.</param>
    public StreamPlan<Case>? Case(Guid id, IReadOnlyList<IEvent> events, IEnumerable<ImportLine> lines)
    {
        var before = OmbudStreams.Case.Fold(events);
        var (state, planned) = (before, new List<ImportEvent>());
        var imported = new ImportMarks(events);
        var (last, lastLine) = (events.Count > 0 ? events[^1].RecordedAt() : Instant.MinValue, 0);
        foreach (var line in lines.OrderBy(line => line.RecordedAt ?? clock.Now).ThenBy(line => line.Number))
        {
            if (imported.Take(line.Digest))
            {
                Skipped++;
                continue;
            }
            Faults.AddRange(line.Faults.Select(fault => new LineFault(line.Number, fault)));
            var listed = line.SaysWhatIs ? state : null;
            var (commands, differences) = listed is null ? (line.Commands, []) : ListedCase.Differences(listed, line.Commands);
            Faults.AddRange(differences.As(line.FieldName).Select(fault => new LineFault(line.Number, fault)));
            if (listed is not null && commands.Count == 0)
            {
                Skipped++;
                continue;
            }
            // What a later list adds became known with that list.
            var learned = listed is not null && line.RecordedAt <= last ? line with { RecordedAt = null } : line;
            if (RecordedTime(learned, last, planned.Count == 0) is not { } recordedAt)
                continue;
            (last, lastLine) = (recordedAt, line.Number);
            var headers = JsonSerializer.Serialize(
                new
                {
                    import = new
                    {
                        file = Path.GetFileName(fileName),
                        line = line.Number,
                        digest = line.Digest,
                    },
                },
                EventJson.Options
            );
            foreach (var decided in commands.SelectMany(command => Decide(line, command, recordedAt, ref state)))
                planned.Add(new(decided, recordedAt, headers));
        }
        _cases.Add(id);
        if (state is { Voided: false, Number: { } number } && !_numbers.TryAdd(number, (id, lastLine)))
            NumberTaken(number, Math.Max(lastLine, _numbers[number].Line));
        return planned.Count == 0 ? null : new(id, before, events.Count, planned);
    }

    /// <summary>Compares the numbers that cases have in the end with those that other cases have now.</summary>
    public void CheckAgainst(IReadOnlyDictionary<string, Guid> known)
    {
        foreach (var (number, id) in known.Where(holder => !_cases.Contains(holder.Value)))
            if (_numbers.TryGetValue(number, out var own) && own.Id != id)
                NumberTaken(number, own.Line);
    }

    private void NumberTaken(string number, int line) =>
        Faults.Add(
            ImportText.Fault(
                line,
                "number",
                CaseRefusals.NumberTaken.Code,
                $"{CaseRefusals.NumberTaken.Title} {CaseRefusals.NumberTaken.Remedy}",
                number
            )
        );

    private Instant? RecordedTime(ImportLine line, Instant last, bool first)
    {
        var given = line.RecordedAt ?? clock.Now;
        var fault =
            given > clock.Now ? new Fault("recordedAt", "in_the_future", $"It is after {clock.Now}, the moment of the import.")
            : given <= clock.ClosedUpTo
                ? new("recordedAt", "closed", $"History up to {clock.ClosedUpTo} is closed: a report was published on it.")
            : first && given <= last ? new("recordedAt", "too_early", $"The case has entries recorded up to {last}; this must be later.")
            : null;
        if (fault is null)
            // Lines of one moment keep their order: each is an entry of its own.
            return given > last ? given : last + Microseconds.One;
        Faults.Add(new(line.Number, fault with { Field = line.FieldName(fault.Field), Value = given.ToString() }));
        return null;
    }

    private IReadOnlyList<object> Decide(ImportLine line, CaseCommand command, Instant recordedAt, ref Case? state)
    {
        switch (CaseDecider.Decide(state, command, municipality, municipality.DayOf(recordedAt)))
        {
            case Decision.Accepted(var events):
                state = OmbudStreams.Case.Fold(events, state);
                return events;
            case Decision.Refused(var refusal):
                Faults.Add(ImportText.Fault(line.Number, "line", refusal.Code, $"{refusal.Title} {refusal.Remedy}"));
                return [];
            case Decision.Invalid(var faults):
                Faults.AddRange(
                    faults
                        .As(line.FieldName)
                        .Where(fault => line.Faults.All(known => known.Field != fault.Field))
                        .Select(fault => new LineFault(line.Number, fault))
                );
                return [];
            default:
                throw new InvalidOperationException("Unknown decision.");
        }
    }
}
