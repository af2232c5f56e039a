using NodaTime;
using Ombud.Domain;

namespace Ombud.Projections.Engine;

/// <summary>How a command ended.</summary>
public abstract record Outcome<TState>
{
    private Outcome() { }

    /// <param name="RecordedAt">When it was recorded, or null where nothing needed to be.</param>
    public sealed record Recorded(TState State, long Version, Instant? RecordedAt) : Outcome<TState>;

    public sealed record Refused(Refusal Refusal) : Outcome<TState>;

    public sealed record Invalid(IReadOnlyList<Fault> Faults) : Outcome<TState>;

    /// <summary>The stream is not at the version the caller expected; null where another writer created it at the same moment.</summary>
    public sealed record WrongVersion(long? Actual) : Outcome<TState>;
}
