namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Random choices that can be repeated: the same seed and number give the same choices.</summary>
internal sealed class SeededRandom(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + number));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <returns>From 0 up to, not including, the end.</returns>
    public int Below(int end) => _random.Next(end);

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public Guid Guid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
