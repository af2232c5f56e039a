namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What is wrong with an address: no such id, somebody else's, another kind's, no address at all.</summary>
internal static class AddressMutations
{
    private static readonly HttpMethod[] Methods =
    [
        HttpMethod.Get,
        HttpMethod.Post,
        HttpMethod.Put,
        HttpMethod.Delete,
        HttpMethod.Patch,
        HttpMethod.Head,
        HttpMethod.Options,
        HttpMethod.Trace,
        new("PROPFIND"),
        new("get"),
        new("X"),
    ];

    private static readonly string[] Ids =
    [
        "0",
        "x",
        "..",
        ".",
        "%2e%2e",
        "..%2f..",
        "%00",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "{0197a3c4-5f00-7000-8000-000000000001}",
        "0197a3c45f0070008000000000000001",
        "(0197a3c4-5f00-7000-8000-000000000001)",
        "0197A3C4-5F00-7000-8000-000000000001",
        "0197a3c4-5f00-7000-8000-00000000000g",
        "+0197a3c4-5f00-7000-8000-000000000001",
        "1%20or%201=1",
        "%27;--",
        "%3Cscript%3E",
        "a%2fb",
        "a;b=c",
        new('a', 3_000),
        "%f0%9f%98%80",
        "%ff",
        "*",
        "null",
        "%0d%0aX-Evil:1",
    ];

    public static readonly IReadOnlyList<Action<Attack, SeededRandom>> All =
    [
        AnotherId,
        AnotherId,
        AnotherKind,
        AnotherMethod,
        MoreOfIt,
        LessOfIt,
        OtherLetters,
        OtherSlashes,
    ];

    private static void AnotherId(Attack attack, SeededRandom random) =>
        Replace(
            attack,
            random,
            attack.Foreign.Count > 0 && random.Chance(0.3) ? random.Pick(attack.Foreign) : random.Pick(Ids),
            "another id"
        );

    private static void AnotherKind(Attack attack, SeededRandom random)
    {
        if (attack.Path.Count > 1)
            attack.Path[1] = random.Pick([
                "cases",
                "reports",
                "measures",
                "recommendations",
                "feedback",
                "meetings",
                "report-texts",
                "people",
                "municipality",
                "audit",
            ]);
        attack.Mutated.Add("another kind");
    }

    private static void AnotherMethod(Attack attack, SeededRandom random)
    {
        attack.Method = random.Pick(Methods);
        attack.Mutated.Add("another method");
    }

    private static void MoreOfIt(Attack attack, SeededRandom random)
    {
        attack.Path.Insert(random.Below(attack.Path.Count + 1), random.Pick(HostileValues.Encoded));
        attack.Mutated.Add("longer path");
    }

    private static void LessOfIt(Attack attack, SeededRandom random)
    {
        if (attack.Path.Count > 1)
            attack.Path.RemoveAt(random.Below(attack.Path.Count));
        attack.Mutated.Add("shorter path");
    }

    private static void OtherLetters(Attack attack, SeededRandom random)
    {
        var place = random.Below(attack.Path.Count);
        attack.Path[place] = attack.Path[place].ToUpperInvariant();
        attack.Mutated.Add("upper case");
    }

    private static void OtherSlashes(Attack attack, SeededRandom random)
    {
        attack.Path.Insert(random.Below(attack.Path.Count + 1), random.Pick(["", ".", "..", "%2f", "\\"]));
        attack.Mutated.Add("slashes");
    }

    private static void Replace(Attack attack, SeededRandom random, string id, string how)
    {
        var ids = attack.Path.Index().Where(segment => Guid.TryParse(segment.Item, out _)).Select(segment => segment.Index).ToList();
        if (ids.Count > 0)
            attack.Path[random.Pick(ids)] = id;
        attack.Mutated.Add(how);
    }
}
