namespace Ombud.Hostile.Tests.Attacks;

/// <summary>The ways to spoil a request; each does nothing where there is nothing for it to spoil.</summary>
internal static class Mutations
{
    private static readonly IReadOnlyList<Action<Attack, Dice>> Body = [.. BodyMutations.All, .. BodyMutations.All, .. ByteMutations.All];

    public static void Spoil(Attack attack, Dice dice)
    {
        for (var times = 1 + dice.Below(3); times > 0; times--)
            One(attack, dice)(attack, dice);
    }

    private static Action<Attack, Dice> One(Attack attack, Dice dice) =>
        dice.Below(100) switch
        {
            < 55 when attack.Body is not null => dice.Pick(Body),
            < 72 => dice.Pick(QueryMutations.All),
            < 86 => dice.Pick(AddressMutations.All),
            _ => dice.Pick(HeaderMutations.All),
        };
}
