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

    public static readonly IReadOnlyList<Action<Attack, SeededRandom>> All =
    [
        AnotherValue,
        AnotherValue,
        AnotherValue,
        NearlyAWord,
        OneMore,
        OneMore,
        Unknown,
        Twice,
        Many,
        AnotherCase,
        None,
    ];

    private static void AnotherValue(Attack attack, SeededRandom random)
    {
        if (attack.Query.Count == 0)
        {
            OneMore(attack, random);
            return;
        }
        var place = random.Below(attack.Query.Count);
        attack.Query[place] = (attack.Query[place].Name, random.Pick(HostileValues.Encoded));
        attack.Mutated.Add("query value");
    }

    private static void NearlyAWord(Attack attack, SeededRandom random)
    {
        if (attack.Query.Count > 0 && random.Below(attack.Query.Count) is var place)
            attack.Query[place] = (
                attack.Query[place].Name,
                Uri.EscapeDataString(random.Pick(HostileValues.Nearly(Uri.UnescapeDataString(attack.Query[place].Value))))
            );
        attack.Mutated.Add("nearly a word");
    }

    private static void OneMore(Attack attack, SeededRandom random)
    {
        var known = attack
            .Operation?.Parameters.Where(parameter => (string?)parameter["in"] == "query")
            .Select(parameter => (string)parameter["name"]!)
            .ToList();
        attack.Query.Add((random.Pick<string>(known is { Count: > 0 } ? known : Names), random.Pick(HostileValues.Encoded)));
        attack.Mutated.Add("query parameter");
    }

    private static void Unknown(Attack attack, SeededRandom random)
    {
        attack.Query.Add(
            (
                random.Pick(["sort", "", "%00", "a[b]", "%3Cscript%3E", "asof", "as_of", "__proto__", "%ff", "*", .. Names]),
                random.Pick(HostileValues.Encoded)
            )
        );
        attack.Mutated.Add("unknown parameter");
    }

    private static void Twice(Attack attack, SeededRandom random)
    {
        if (attack.Query.Count > 0)
            attack.Query.Add(random.Pick(attack.Query));
        attack.Mutated.Add("parameter twice");
    }

    private static void Many(Attack attack, SeededRandom random)
    {
        for (var i = random.Pick([20, 300, 1_100]); i > 0; i--)
            attack.Query.Add(($"p{i % 7}", ""));
        attack.Mutated.Add("many parameters");
    }

    private static void AnotherCase(Attack attack, SeededRandom random)
    {
        if (attack.Query.Count > 0 && random.Below(attack.Query.Count) is var place)
            attack.Query[place] = (attack.Query[place].Name.ToUpperInvariant(), attack.Query[place].Value);
        attack.Mutated.Add("parameter in capitals");
    }

    private static void None(Attack attack, SeededRandom random)
    {
        attack.Query.Clear();
        attack.Mutated.Add("no query");
    }
}
