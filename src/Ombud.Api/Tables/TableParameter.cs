using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Tables;

/// <summary>The query parameter <c>table</c>, by which one table of a document is asked for.</summary>
internal static class TableParameter
{
    /// <summary>A CSV file is one table, and nothing else is.</summary>
    public static IEnumerable<Fault> Faults(string? given, string mediaType, IReadOnlyList<string> names) =>
        (given, mediaType) switch
        {
            (null, MediaTypes.Csv) =>
            [
                new("table", "required", $"Name a table: {string.Join(", ", names)}. For all of them ask for {MediaTypes.Zip}."),
            ],
            (not null, not MediaTypes.Csv) =>
            [
                new("table", "not_applicable", $"Only {MediaTypes.Csv} is one table: ask for it in Accept, or leave this out.")
                {
                    Value = given,
                },
            ],
            (not null, _) when !names.Contains(given) =>
            [
                new("table", "unknown_table", $"There are: {string.Join(", ", names)}.") { Value = given },
            ],
            _ => [],
        };
}
