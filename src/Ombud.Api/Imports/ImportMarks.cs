using System.Text.Json;
using JasperFx.Events;

namespace Ombud.Api.Imports;

/// <summary>
/// Which lines were imported before, by the marks of their events. A line is known by its text, file and place: the same words may stand
/// in a file twice and mean two things, such as two closings on one day.
/// </summary>
internal sealed class ImportMarks
{
    private readonly Dictionary<string, int> _times;

    public ImportMarks(IEnumerable<IEvent> events) =>
        _times = events
            .Select(Of)
            .OfType<Mark>()
            .Distinct()
            .GroupBy(mark => mark.Digest)
            .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>True for a line that was imported before, as often as it was.</summary>
    public bool Take(string digest)
    {
        if (_times.GetValueOrDefault(digest) == 0)
            return false;
        _times[digest]--;
        return true;
    }

    private static Mark? Of(IEvent recorded) =>
        recorded.GetHeader("import") is JsonElement { ValueKind: JsonValueKind.Object } import
        && import.TryGetProperty("digest", out var digest)
            ? new(digest.GetString()!, Text(import, "file"), Text(import, "line"))
            : null;

    private static string? Text(JsonElement import, string name) => import.TryGetProperty(name, out var value) ? value.ToString() : null;

    private sealed record Mark(string Digest, string? File, string? Line);
}
