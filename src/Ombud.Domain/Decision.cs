namespace Ombud.Domain;

/// <summary>What a decider answers: facts to record, a refusal by a rule of the domain, or faults in what was asked.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>What was asked is already so: a retry, not a second fact.</summary>
    public static Decision Nothing { get; } = new Accepted([]);

    /// <summary>The events to append, in order. None means that nothing changes.</summary>
    public sealed record Accepted(IReadOnlyList<object> Events) : Decision;

    /// <summary>A rule of the domain forbids it in the present state.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>What was asked is wrong in itself; every fault is named at once.</summary>
    public sealed record Invalid(IReadOnlyList<Fault> Faults) : Decision;

    public static Decision Record(params IReadOnlyList<object> events) => new Accepted(events);

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);
}
