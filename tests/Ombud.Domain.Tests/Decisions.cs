using System.Text.Json;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests;

/// <summary>What a decision should be, in words.</summary>
internal static class Decisions
{
    public static void ShouldRecord(this Decision decision, params object[] events) =>
        decision.ShouldBeOfType<Decision.Accepted>().Events.Select(Text).ShouldBe(events.Select(Text));

    /// <summary>The deadline that a request for a response sets.</summary>
    public static DeadlineSet Set(this Decision decision) =>
        decision.ShouldBeOfType<Decision.Accepted>().Events.ShouldHaveSingleItem().ShouldBeOfType<ResponseRequested>().Deadline!;

    public static void ShouldRecordNothing(this Decision decision) => decision.ShouldRecord();

    public static void ShouldBeRefused(this Decision decision, Refusal because) =>
        decision.ShouldBeOfType<Decision.Refused>().Refusal.ShouldBe(because);

    /// <param name="faults">All of them in order, each as <c>field code</c>.</param>
    public static void ShouldHaveFaults(this Decision decision, params string[] faults) =>
        decision.ShouldBeOfType<Decision.Invalid>().Faults.Select(fault => $"{fault.Field} {fault.Code}").ShouldBe(faults);

    public static Fault ShouldHaveOneFault(this Decision decision) =>
        decision.ShouldBeOfType<Decision.Invalid>().Faults.ShouldHaveSingleItem();

    /// <summary>The same, however it came about.</summary>
    public static void ShouldSay(this object? state, object? expected) => Text(state!).ShouldBe(Text(expected!));

    // Records with lists in them are equal only where the lists are the same object.
    internal static string Text(object @event) =>
        $"{@event.GetType().Name} {JsonSerializer.Serialize(@event, @event.GetType(), InClear.Options)}";
}
