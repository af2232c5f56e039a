using Ombud.Api.Access;
using Ombud.Hostile.Tests.Attacks;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Run;

/// <summary>A part of the run, in a municipality of its own: it grows no larger than an office is, and no slower.</summary>
internal sealed class Chapter(
    OpenApi contract,
    Vocabulary words,
    IReadOnlyList<Attacker> attackers,
    Attacker configurer,
    IReadOnlyList<string> foreign
)
{
    public const int Length = 4_000;
    private const int FirstValid = 500;
    private const int Pages = 8;
    private readonly ValidRequests _requests = new(contract, words);

    // What makes things, and what is asked of units, before anything is done with them.
    private readonly IReadOnlyList<Operation> _making =
    [
        .. contract.Operations.Where(operation =>
            (!operation.Reads && !operation.Path.Contains('{') && operation.Id != "configureMunicipality")
            || operation.Id is "requestResponse" or "registerCouncilRequest" or "readCase"
        ),
    ];

    private readonly IReadOnlyList<Operation> _going = [.. contract.Operations.Where(operation => !Fitting.EndsThings(operation))];

    public SeenValues Seen => words.Seen;

    public Attack Make(int seed, int number)
    {
        var (random, place) = (new SeededRandom(seed, number), number % Length);
        if (place < FirstValid)
            return Valid(random.Pick(place % 2 == 0 ? _making : _going), number, random, attackers[0]);
        var turn = number % (contract.Operations.Count + Pages);
        var attack =
            turn < contract.Operations.Count
                ? Valid(contract.Operations[turn], number, random, Sender(contract.Operations[turn], random))
                : _requests.Page(number, random, Someone(random), foreign);
        // Nothing is left to mutate where everything has been ended.
        if (!random.Chance(0.2) || (attack.Operation is { } operation && Fitting.EndsThings(operation) && random.Chance(0.7)))
            Mutations.Mutate(attack, random);
        return attack;
    }

    private Attack Valid(Operation operation, int number, SeededRandom random, Attacker by) =>
        _requests.Of(operation, number, random, by, foreign);

    private Attacker Sender(Operation operation, SeededRandom random) =>
        operation.Id == "configureMunicipality" || (operation.Reads && random.Chance(0.03)) ? configurer : Someone(random);

    private Attacker Someone(SeededRandom random) => random.Chance(0.45) ? attackers[0] : random.Pick(attackers);

    /// <summary>
    /// Everybody who attacks in Production: those with keys of all kinds, those with none, and those with something like one.
    /// </summary>
    public static async Task<IReadOnlyList<Attacker>> OfProductionAsync(HostileApi api, string municipality)
    {
        var attackers = new List<Attacker> { await KeyAsync("everything", municipality, Scopes.All) };
        foreach (var role in Roles.All)
            attackers.Add(await KeyAsync(role.Key, municipality, role.Value));
        attackers.Add(await KeyAsync("neighbour", HostileApi.Neighbour, Scopes.All));
        attackers.Add(await KeyAsync("no right", municipality, []));
        attackers.Add(await KeyAsync("ended", municipality, Scopes.All, -1));
        attackers.Add(await KeyAsync("revoked", municipality, Scopes.All));
        await api.Get<Api.Access.Keys.ApiKeys>().RevokeAsync(attackers[^1].Authorization!.Split('_')[1], default);
        var good = attackers[0].Authorization!;
        attackers.AddRange(
            new[]
            {
                null,
                "",
                "Bearer",
                "Bearer ",
                "Bearer null",
                "Basic b21idWQ6b21idWQ=",
                good[..^1],
                good + "x",
                good.ToUpperInvariant(),
                good.Replace("Bearer ", "Bearer  Bearer ", StringComparison.Ordinal),
                good + ", " + good,
                "Bearer ombud_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer ombud_' or '1'='1____",
                "Bearer ombud_øøøøøøøøøøøøøøøø_ååååååååååååååååååååååååååååååååååååååååååå",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                $"Bearer {new string('a', 8_000)}",
                $"Bearer ombud_{new string('0', 16)}_{new string('\uFF21', 43)}",
            }.Select(proof => new Attacker(
                $"stranger with {(proof is null ? "nothing" : proof.Length > 20 ? "a bad proof" : proof)}",
                proof,
                false
            ))
        );
        return attackers;

        async Task<Attacker> KeyAsync(string name, string of, IReadOnlyCollection<string> scopes, int days = 1)
        {
            var (_, bearer) = await api.KeyAsync(of, scopes, days);
            return new(
                name,
                bearer,
                scopes.Any(scope => scope is Scopes.CasesWrite or Scopes.ReportsWrite or Scopes.ReportsPublish or Scopes.Admin) && days > 0
            );
        }
    }
}
