using System.Text;
using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>A request that is being made: valid at first, then mutated.</summary>
internal sealed class Attack(int number, Operation? operation)
{
    /// <summary>Stands in the body where a text that is no JSON node will be put.</summary>
    public const string Hole = "@@hole@@";

    public int Number => number;

    /// <summary>Null for a page.</summary>
    public Operation? Operation => operation;

    public HttpMethod Method { get; set; } = operation?.Method ?? HttpMethod.Get;

    /// <summary>Between slashes, written as they will be sent.</summary>
    public List<string> Path { get; } = [];

    /// <summary>Names and values, written as they will be sent.</summary>
    public List<(string Name, string Value)> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public JsonNode? Body { get; set; }

    /// <summary>What fills the <see cref="Hole"/>.</summary>
    public string? Filling { get; set; }

    /// <summary>Sent in place of the body.</summary>
    public byte[]? Bytes { get; set; }

    public string? ContentType { get; set; } = "application/json";

    public required Attacker By { get; init; }

    /// <summary>What was done to it.</summary>
    public List<string> Mutated { get; } = [];

    /// <summary>Ids that are real, and of a municipality that the caller has nothing to do with.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    /// <summary>By which everything that it records can be found.</summary>
    public string Trace { get; } = $"{number:x16}{0xbad:x16}";

    public bool IsPage => operation is null;

    public string Target =>
        "/"
        + string.Join('/', Path)
        + (Query.Count == 0 ? "" : "?" + string.Join('&', Query.Select(parameter => $"{parameter.Name}={parameter.Value}")));

    public byte[]? Content => Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Text));

    public string Text =>
        Filling is null ? Body!.ToJsonString() : Body!.ToJsonString().Replace($"\"{Hole}\"", Filling, StringComparison.Ordinal);

    public override string ToString()
    {
        var content = Content is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        var headers = string.Join(" | ", Headers.Select(header => $"{header.Name}: {header.Value}"));
        return $"#{Number} {By.Name} [{string.Join(", ", Mutated)}] {Method} {Short(Target)} | {Short(headers)} | "
            + $"{ContentType} {Short(content)}";
    }

    private static string Short(string text) => text.Length <= 600 ? text : $"{text[..300]} … {text[^200..]} ({text.Length:N0})";
}
