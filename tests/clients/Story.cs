/// <summary>Steps that build on one another, each told in a line that tests/clients.sh counts.</summary>
internal static class Story
{
    public static async Task StepAsync(string name, Func<Task> act)
    {
        try
        {
            await act();
            Console.WriteLine($"ok {name}");
        }
        catch (Exception e)
        {
            Console.WriteLine($"not ok {name}: {e.GetType().Name} {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    public static void Equal<T>(T expected, T given)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, given))
            throw new InvalidOperationException($"It is {given}, not {expected}.");
    }
}
