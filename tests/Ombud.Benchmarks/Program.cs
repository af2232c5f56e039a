using Ombud.Benchmarks.Harness;
using Ombud.Benchmarks.Measurements;

// Names on the command line pick measurements; without any, all run.
var chosen = Catalogue
    .All.Where(each => args.Length == 0 || args.Any(name => each.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
    .ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"No such measurement. Known: {string.Join(", ", Catalogue.All.Select(each => each.Name))}");
    return 1;
}
await using var bench = await Bench.StartAsync();
Console.WriteLine(Result.Head);
foreach (var (_, run) in chosen)
await foreach (var result in run(bench))
    Console.WriteLine(result);
return 0;
