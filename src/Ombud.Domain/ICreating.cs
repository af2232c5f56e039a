namespace Ombud.Domain;

/// <summary>A command that makes something new.</summary>
public interface ICreating
{
    /// <summary>The caller's own id for it; one is made where none is given.</summary>
    Guid? Id { get; }
}

public static class CreatingRefusals
{
    public static readonly Refusal IdIsTaken = new(
        "id-is-taken",
        "Something else has this id.",
        "Give another id, or leave it out: one is made then."
    );
}
