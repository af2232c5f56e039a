namespace Ombud.Domain.Tests.Cases;

/// <summary>A fixed sequence of small choices for each seed, the same on every machine (splitmix64).</summary>
internal sealed class SeededRandom(int seed)
{
    private ulong _state = (ulong)seed;

    public int Below(int limit)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(params T[] choices) => choices[Below(choices.Length)];

    public bool? Maybe() => Of<bool?>(true, false, null);

    public bool? Mostly() => OneIn(4) ? Maybe() : true;
}
