namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What is wrong after the question mark.</summary>
internal static class QueryMutations
{
    private static readonly string[] Names =
    [
        "asOf",
        "limit",
        "cursor",
        "version",
        "from",
        "to",
        "language",
        "table",
        "number",
        "unit",
        "order",
        "municipality",
        "purpose",
        "on",
        "year",
        "minimumCell",
        "cutOff",
        "dueOn",
        "pauses",
        "start",
    ];

    public static readonly IReadOnlyList<Action<Attack, Dice>> All =
    [
        AnotherValue,
        AnotherValue,
        AnotherValue,
        OneMore,
        OneMore,
        Unknown,
        Twice,
        Many,
        AnotherCase,
        None,
    ];

    private static void AnotherValue(Attack attack, Dice dice)
    {
        if (attack.Query.Count == 0)
        {
            OneMore(attack, dice);
            return;
        }
        var place = dice.Below(attack.Query.Count);
        attack.Query[place] = (attack.Query[place].Name, dice.Pick(Nasty.Encoded));
        attack.Spoilt.Add("query value");
    }

    private static void OneMore(Attack attack, Dice dice)
    {
        var known = attack
            .Operation?.Parameters.Where(parameter => (string?)parameter["in"] == "query")
            .Select(parameter => (string)parameter["name"]!)
            .ToList();
        attack.Query.Add((dice.Pick<string>(known is { Count: > 0 } ? known : Names), dice.Pick(Nasty.Encoded)));
        attack.Spoilt.Add("query parameter");
    }

    private static void Unknown(Attack attack, Dice dice)
    {
        attack.Query.Add(
            (
                dice.Pick(["sort", "", "%00", "a[b]", "%3Cscript%3E", "asof", "as_of", "__proto__", "%ff", "*", .. Names]),
                dice.Pick(Nasty.Encoded)
            )
        );
        attack.Spoilt.Add("unknown parameter");
    }

    private static void Twice(Attack attack, Dice dice)
    {
        if (attack.Query.Count > 0)
            attack.Query.Add(dice.Pick(attack.Query));
        attack.Spoilt.Add("parameter twice");
    }

    private static void Many(Attack attack, Dice dice)
    {
        for (var i = dice.Pick([20, 300, 1_100]); i > 0; i--)
            attack.Query.Add(($"p{i % 7}", ""));
        attack.Spoilt.Add("many parameters");
    }

    private static void AnotherCase(Attack attack, Dice dice)
    {
        if (attack.Query.Count > 0 && dice.Below(attack.Query.Count) is var place)
            attack.Query[place] = (attack.Query[place].Name.ToUpperInvariant(), attack.Query[place].Value);
        attack.Spoilt.Add("parameter in capitals");
    }

    private static void None(Attack attack, Dice dice)
    {
        attack.Query.Clear();
        attack.Spoilt.Add("no query");
    }
}
