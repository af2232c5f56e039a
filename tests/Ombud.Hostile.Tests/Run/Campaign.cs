using System.Collections.Concurrent;
using System.Globalization;
using Ombud.Hostile.Tests.Attacks;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Run;

/// <summary>The whole run: makes the requests, sends several at once, and has each answer judged.</summary>
internal sealed class Campaign(HostileApi api, ITestOutputHelper output, bool production)
{
    private const int AtOnce = 6;
    private const int MostSucceed = 30_000;
    private readonly OpenApi _contract = OpenApi.Read();
    private readonly ConcurrentDictionary<int, Lazy<Task<Chapter>>> _chapters = new();
    private readonly Findings _findings = new();
    private DatabaseChecks? _checks;

    /// <summary>Set to have another run, or one that failed again.</summary>
    public static int Seed =>
        int.Parse(Environment.GetEnvironmentVariable("OMBUD_HOSTILE_SEED") ?? "20230613", CultureInfo.InvariantCulture);

    /// <summary>How many requests there are in all.</summary>
    public static int Requests =>
        int.Parse(Environment.GetEnvironmentVariable("OMBUD_HOSTILE_REQUESTS") ?? "10000", CultureInfo.InvariantCulture);

    public async Task RunAsync(int requests)
    {
        output.WriteLine($"Seed {Seed}, {requests:N0} requests.");
        _checks = await DatabaseChecks.BeforeAsync(api, _findings);
        using var sender = new Sender(api.Url);
        var judge = new Judge(_contract, _findings, api.ClockIsShifted);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await AttackAsync(number, sender, judge)
        );
        output.WriteLine($"{requests / watch.Elapsed.TotalSeconds:N0} requests/s, {watch.Elapsed.TotalSeconds:N0} s.");
        await api.EndAttacksAsync();
        await _checks.InspectAsync();
        // A run that is stopped at the first check everywhere would find nothing, and prove nothing. The rarest may be missed by chance.
        var never = _contract.Operations.Where(operation => _findings.Successes(operation.Id) == 0).ToList();
        if (requests > MostSucceed && never.Count > _contract.Operations.Count / 20)
            never.ForEach(operation => _findings.Add($"{operation.Id} never succeeded", operation.Path));
        output.WriteLine(
            string.Join("  ", _contract.Operations.Select(operation => $"{operation.Id}: {_findings.Successes(operation.Id)}"))
        );
        output.WriteLine(_findings.Describe());
        _findings.None.ShouldBeTrue(_findings.Describe());
    }

    private async Task AttackAsync(int number, Sender sender, Judge judge)
    {
        var chapter = await _chapters.GetOrAdd(number / Chapter.Length, which => new(() => OpenAsync(which))).Value;
        var attack = chapter.Make(Seed, number);
        try
        {
            var reply = await SendAsync(sender, attack);
            judge.Weigh(attack, reply);
            _checks!.Note(attack, reply);
            if (reply.Status < 300 && !attack.IsPage)
            {
                if (attack.Operation!.Id is "reviewHandling" or "presentFeedbackToAdministration" && attack.Path.Count > 2)
                    chapter.Seen.Keep(attack.Operation.Id, attack.Path[2]);
                chapter.Seen.Take(attack.Operation.Kind, reply.Location, reply.ETag, reply.Json);
            }
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or TaskCanceledException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            judge.Unanswered(attack, error);
            _checks!.NoteUnanswered(attack);
        }
    }

    /// <summary>
    /// Once more, where the connection was just being closed after another request that was refused: that may be, at any time.
    /// </summary>
    private static async Task<Reply> SendAsync(Sender sender, Attack attack)
    {
        try
        {
            return await sender.SendAsync(attack);
        }
        catch (HttpRequestException)
        {
            return await sender.SendAsync(attack);
        }
    }

    private async Task<Chapter> OpenAsync(int which)
    {
        var municipality = $"office-{which}";
        var words = new Vocabulary(await api.FoundAsync(municipality), new());
        var attackers = production
            ? await Chapter.OfProductionAsync(api, municipality)
            : [new("local developer", null, true, municipality)];
        Attacker configurer = production
            ? new("configurer", (await api.KeyAsync(HostileApi.Configured, Api.Access.Scopes.All)).Bearer, true)
            : new("local developer", null, true, HostileApi.Configured);
        return new(_contract, words, attackers, configurer, _checks!.Foreign);
    }
}
