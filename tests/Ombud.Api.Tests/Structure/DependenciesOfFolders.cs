using System.Text.RegularExpressions;

namespace Ombud.Api.Tests.Structure;

/// <summary>The top-level folders of the program are layers: none uses another that uses it, directly or through others.</summary>
public sealed partial class DependenciesOfFolders
{
    [Fact]
    public void have_no_cycles()
    {
        var uses = Uses(OmbudApi.RepositoryFile("src/Ombud.Api"));
        uses.Count.ShouldBeGreaterThan(20);
        uses.Keys.Select(folder => Cycle(uses, folder)).OfType<string>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A B, B A", "A -> B -> A")]
    [InlineData("A B, B C, C D, D A", "A -> B -> C -> D -> A")]
    [InlineData("A B, B C, A C, C D", null)]
    [InlineData("A B, B C, C B", null)]
    public void are_found_to_have_a_cycle_of_any_length(string pairs, string? cycle) =>
        Cycle(
                pairs
                    .Split(", ")
                    .Select(pair => pair.Split(' '))
                    .GroupBy(pair => pair[0])
                    .ToDictionary(group => group.Key, group => group.Select(pair => pair[1]).ToHashSet()),
                "A"
            )
            .ShouldBe(cycle);

    /// <summary>The folders that each folder uses, by the namespaces that its files name.</summary>
    private static Dictionary<string, HashSet<string>> Uses(string root) =>
        Directory
            .GetDirectories(root)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .ToDictionary(
                folder => Path.GetFileName(folder),
                folder =>
                    Directory
                        .GetFiles(folder, "*", SearchOption.AllDirectories)
                        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
                        .SelectMany(file => Namespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                        .Where(used => used != Path.GetFileName(folder))
                        .ToHashSet()
            );

    /// <summary>The shortest way from a folder back to it; null where there is none.</summary>
    private static string? Cycle(Dictionary<string, HashSet<string>> uses, string start)
    {
        var (ways, seen) = (
            new Queue<string[]>([
                [start],
            ]),
            new HashSet<string>()
        );
        while (ways.TryDequeue(out var way))
            foreach (var used in uses.GetValueOrDefault(way[^1], []))
                if (used == start)
                    return string.Join(" -> ", way.Append(used));
                else if (seen.Add(used))
                    ways.Enqueue([.. way, used]);
        return null;
    }

    [GeneratedRegex(@"\bOmbud\.Api\.([A-Z]\w*)")]
    private static partial Regex Namespace();
}
