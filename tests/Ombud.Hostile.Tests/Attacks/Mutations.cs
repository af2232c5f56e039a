namespace Ombud.Hostile.Tests.Attacks;

/// <summary>The ways to mutate a request; each does nothing where there is nothing for it to mutate.</summary>
internal static class Mutations
{
    private static readonly IReadOnlyList<Action<Attack, SeededRandom>> Body =
    [
        .. BodyMutations.All,
        .. BodyMutations.All,
        .. ByteMutations.All,
    ];

    public static void Mutate(Attack attack, SeededRandom random)
    {
        for (var times = 1 + random.Below(3); times > 0; times--)
            One(attack, random)(attack, random);
    }

    private static Action<Attack, SeededRandom> One(Attack attack, SeededRandom random) =>
        random.Below(100) switch
        {
            < 55 when attack.Body is not null => random.Pick(Body),
            < 72 => random.Pick(QueryMutations.All),
            < 86 => random.Pick(AddressMutations.All),
            _ => random.Pick(HeaderMutations.All),
        };
}
