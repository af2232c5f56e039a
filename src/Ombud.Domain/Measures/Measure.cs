using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Measures;

/// <summary>
/// A measure of the administration as its events have made it. What it says of itself now follows from its log in order of the days
/// that the entries bear, so that one which is registered late does not undo a later one.
/// </summary>
public sealed record Measure : IFolded<Measure>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    /// <summary>In order of the days they bear; never empty.</summary>
    public required IReadOnlyList<AdministrationFollowUpLogged> Log { get; init; }

    /// <summary>The recommendations that it answers, of any report.</summary>
    public IReadOnlyList<Guid> Recommendations { get; init; } = [];
    public Guid? Report { get; init; }

    public string Title => Latest(entry => entry.Title)!;
    public string? Unit => Latest(entry => entry.Unit);

    /// <summary>The day on which that unit was named.</summary>
    public LocalDate? UnitOn => Log.LastOrDefault(entry => entry.Unit is not null)?.OccurredOn;
    public MeasureStatus Status => Log.Last(entry => entry.Status is not null).Status!.Value;
    public Window? Window => Latest(entry => entry.Window);
    public string? Recurrence => Latest(entry => entry.Recurrence);
    public int? Percent => Log.LastOrDefault(entry => entry.Percent is not null)?.Percent;
    public LocalDate? StartedOn => Log.LastOrDefault(entry => entry.StartedOn is not null)?.StartedOn;

    /// <summary>Null while it is not completed, also where it once was.</summary>
    public LocalDate? CompletedOn =>
        Status == MeasureStatus.Completed ? Log.LastOrDefault(entry => entry.CompletedOn is not null)?.CompletedOn : null;

    public IReadOnlyList<Slip> Slips => Slip.In(Log);

    /// <summary>True where nothing more is to come of it.</summary>
    public bool Settled =>
        Status is MeasureStatus.Completed or MeasureStatus.ExistingPractice or MeasureStatus.Recurring or MeasureStatus.Abandoned;

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static Measure Evolve(Measure? state, object @event) => Folding.Evolve(state, @event);

    Measure IFolded<Measure>.From(StreamEntries entries, Measure? before) => this with { Entries = entries, Id = before?.Id ?? Id };

    public static Measure After(Measure? state, object entry) =>
        (state, entry) switch
        {
            (null, AdministrationFollowUpLogged e) => new()
            {
                Log = [e],
                Recommendations = e.Recommendations ?? [],
                Report = e.Report,
            },
            (null, _) => throw new InvalidOperationException($"A measure cannot begin with {entry.GetType().Name}."),
            (_, AdministrationFollowUpLogged e) => state with { Log = [.. state.Log.Append(e).OrderBy(entry => entry.OccurredOn)] },
            (_, MeasureLinked e) => state with { Recommendations = [.. state.Recommendations.Union(e.Recommendations)] },
            (_, MeasureUnlinked e) => state with { Recommendations = [.. state.Recommendations.Where(id => id != e.Recommendation)] },
            _ => state,
        };

    private T? Latest<T>(Func<AdministrationFollowUpLogged, T?> field)
        where T : class => Log.Select(field).LastOrDefault(value => value is not null);
}
