namespace Ombud.Integrity.Tests;

internal static class Refusal
{
    /// <summary>What an act failed with, or null; as a task, so that several acts can run side by side.</summary>
    public static async Task<Exception?> OfAsync(Func<Task> act) => await Record.ExceptionAsync(act);
}
