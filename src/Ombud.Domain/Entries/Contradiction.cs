using NodaTime;

namespace Ombud.Domain.Entries;

/// <summary>Why an entry cannot stand where it does.</summary>
/// <param name="Code">Stable snake_case code, such as <c>too_early</c>.</param>
/// <param name="Detail">One sentence.</param>
/// <param name="Field">What of the entry is wrong; null for the day it happened.</param>
/// <param name="Value">That, as it was given.</param>
/// <param name="Refusal">The rule, where it is not about a field at all.</param>
public sealed record Contradiction(string Code, string Detail, string? Field = null, string? Value = null, Refusal? Refusal = null)
{
    public const string TooEarly = "too_early";

    /// <summary>Null where the day is not before the earliest.</summary>
    /// <param name="because">What happened on the earliest day.</param>
    public static Contradiction? Early(LocalDate day, LocalDate? earliest, string because, string? field = null, string code = TooEarly) =>
        day < earliest ? new(code, $"{day:uuuu-MM-dd} is before {earliest:uuuu-MM-dd}, when {because}.", field, $"{day:uuuu-MM-dd}") : null;

    public static implicit operator Contradiction(Refusal refusal) => new(refusal.Code, refusal.Title, Refusal: refusal);
}

/// <summary>What must hold of a stream's entries, in whatever order they were typed, imported, corrected and withdrawn.</summary>
/// <typeparam name="TState">What they are folded to.</typeparam>
public interface IEntryInvariants<TState>
    where TState : class
{
    /// <summary>
    /// Why an entry of this kind cannot be withdrawn nor replaced, with what to do instead; null where it can. What a stream begins with
    /// can be replaced only, and need not be named here.
    /// </summary>
    Refusal? Permanent(object entry) => null;

    /// <summary>Why an entry cannot stand after those before it; null where it can.</summary>
    /// <param name="before">What the entries before it say.</param>
    /// <param name="whole">What all entries say: a correction of the receipt may come after what it concerns.</param>
    Contradiction? Against(TState? before, object entry, TState whole);

    /// <summary>
    /// The entry as it would have been recorded after these: what it computed from them is computed anew. Null where there would have
    /// been none.
    /// </summary>
    object? Anew(TState before, object entry) => entry;

    /// <summary>False for an entry that Ombud made itself of what all entries say, where they do not say so any more.</summary>
    bool Follows(object entry, TState whole) => true;

    /// <summary>True where a command that recorded <paramref name="entry"/> recorded <paramref name="earlier"/> with it.</summary>
    bool CameWith(object earlier, object entry) => false;
}
