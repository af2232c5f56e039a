using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Tests.Trees;

/// <summary>
/// Random leaves and pairs of sizes, as many as OMBUD_PROOFS says of leaves and a hundredth of pairs, verified by the programs of the
/// folder verify; of those that were altered somewhere none passes.
/// </summary>
public sealed class VerifyingElsewhere
{
    private const int Size = 20_000;
    private const string Name = "ombud.example.no/north";
    private static readonly int Leaves = int.Parse(Environment.GetEnvironmentVariable("OMBUD_PROOFS") ?? "2000", null);
    private static readonly SigningKeys Keys = new("ombud.example.no", new byte[32]);

    private static string Root { get; } = FindRoot();

    public static TheoryData<string, string> Verifiers =>
        new()
        {
            {
                "python3",
                """
                    import sys; sys.path.insert(0, sys.argv[1]); import verify
                    held = 0
                    for line in open(sys.argv[3], encoding='utf-8'):
                        try: verify.verify(line, sys.argv[2]); held += 1
                        except Exception: pass
                    print(held)
                    """
            },
            {
                "node",
                """
                    const { verify } = require(process.argv[1] + '/verify.js');
                    let held = 0;
                    for (const line of require('fs').readFileSync(process.argv[3], 'utf8').split('\n').filter(line => line))
                      try { verify(line, process.argv[2]); held++; } catch { }
                    console.log(held);
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Verifiers))]
    public async Task takes_every_proof_and_none_that_was_altered(string program, string script)
    {
        var (random, tiles, leaves) = (new Random(9162), new TreeTiles(), new List<string>());
        for (var i = 0; i < Size; i++)
        {
            leaves.Add(LeafOf(i));
            tiles.Add(MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaves[^1])));
        }
        var notes = new Dictionary<long, string>();
        var (good, bad) = (new List<string>(), new List<string>());
        for (var i = 0; i < Leaves; i++)
        {
            // A signature takes a verifier a hundred times what a leaf does: a few sizes for many leaves.
            var size = 1 + (random.Next(50) * (Size - 1) / 49);
            var index = random.Next(size);
            var path = (await tiles.Tree.InclusionAsync(index, size)).Select(Convert.ToBase64String).ToList();
            good.Add(Proof(await NoteAsync(size), index, leaves[index], path));
            bad.Add(
                random.Next(4) switch
                {
                    0 => Proof(
                        await NoteAsync(size),
                        (index + 1 + random.Next(size)) % (size + 2),
                        leaves[index],
                        path,
                        size > 1 ? null : "x"
                    ),
                    1 => Proof(await NoteAsync(size), index, leaves[(index + 1) % Size], path),
                    2 when path.Count > 0 => Proof(await NoteAsync(size), index, leaves[index], [.. path.Skip(1)]),
                    _ => Proof(
                        await NoteAsync(size),
                        index,
                        leaves[index],
                        [.. path, .. path.Take(1), Convert.ToBase64String(new byte[32])]
                    ),
                }
            );
        }
        for (var i = 0; i < Leaves / 100; i++)
        {
            var (one, other) = (random.Next(1, Size), random.Next(1, Size));
            var (from, to) = (Math.Min(one, other), Math.Max(one, other) + 1);
            var path = (await tiles.Tree.ConsistencyAsync(from, to)).Select(Convert.ToBase64String).ToList();
            good.Add(Consistency(await NoteAsync(from), await NoteAsync(to), path));
            bad.Add(Consistency(await NoteAsync(to), await NoteAsync(from), path));
            bad.Add(Consistency(await NoteAsync(from), await NoteAsync(to + 1), path));
        }
        (await HeldAsync(program, script, good)).ShouldBe(good.Count);
        (await HeldAsync(program, script, bad)).ShouldBe(0);

        async Task<string> NoteAsync(long size) =>
            notes.TryGetValue(size, out var known)
                ? known
                : notes[size] = new Checkpoint(Name, size, await tiles.Tree.RootAsync(size)).SignedNote(Keys);
    }

    private static string LeafOf(int i)
    {
        var text = $$"""{"data":{"what":"Æ {{i}}"},"seal":2,"stream":"s{{i}}","type":"t","version":1}""";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $$"""{"event":{{text}},"hash":"{{hash}}","position":{{i}}}""";
    }

    private static string Proof(string note, long index, string leaf, IReadOnlyList<string> path, string? more = null) =>
        JsonSerializer.Serialize(
            new
            {
                municipality = "north" + more,
                checkpoint = note,
                events = new[]
                {
                    new
                    {
                        index,
                        leaf,
                        path,
                    },
                },
            }
        );

    private static string Consistency(string from, string to, IReadOnlyList<string> path) =>
        JsonSerializer.Serialize(
            new
            {
                municipality = "north",
                from,
                to,
                path,
            }
        );

    private static async Task<int> HeldAsync(string program, string script, List<string> proofs)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, proofs);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
            foreach (var argument in new[] { program == "node" ? "-e" : "-c", script, Root, Keys.VerifierKeys("north")[0], file })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return int.Parse(said, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {program} on this machine.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "verify");
    }
}
