namespace Ombud.Testing;

/// <summary>The clock of a process that was set wrong by so much. Its counter goes on as ever.</summary>
public sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public TimeSpan Shift { get; set; } = shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
