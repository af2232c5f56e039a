using System.Text.Json.Nodes;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>
/// Fields that files call otherwise than the API. A file names a thing where the API takes its id, and a line that was imported must stay
/// the same line; the API's name does as well.
/// </summary>
internal static class FileNames
{
    /// <summary>Gives the fields the API's names.</summary>
    /// <returns>How the line writes the field that the API calls so.</returns>
    public static Func<string, string> ToApi(JsonObject given, params IReadOnlyList<(string InFile, string InApi)> names)
    {
        var renamed = names.Where(name => !given.ContainsKey(name.InApi)).ToDictionary(name => name.InApi, name => name.InFile);
        foreach (var (inApi, inFile) in renamed)
            if (given.Remove(inFile, out var value))
                given[inApi] = value;
        return field => renamed.GetValueOrDefault(field, field);
    }

    public static IEnumerable<Fault> As(this IEnumerable<Fault> faults, Func<string, string> fieldName) =>
        faults.Select(fault => fault with { Field = fieldName(fault.Field) });
}
