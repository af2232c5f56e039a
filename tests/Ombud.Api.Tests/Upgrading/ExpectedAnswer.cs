using System.Text;
using System.Text.Json;

namespace Ombud.Api.Tests.Upgrading;

/// <summary>What the released version answered: a line of <c>expected/answers.ndjson</c>, in which the body stands byte for byte.</summary>
internal sealed record ExpectedAnswer(string Municipality, string Address, int Status, string? ETag, string Body)
{
    private static string FileName => ReleasedDatabase.File("expected/answers.ndjson");

    public static async Task<List<ExpectedAnswer>> ReadAsync() =>
        [.. (await File.ReadAllLinesAsync(FileName, OmbudApi.Cancel)).Select(Parse)];

    public static Task WriteAsync(IEnumerable<ExpectedAnswer> answers) =>
        File.WriteAllTextAsync(FileName, string.Concat(answers.Select(answer => answer.Line() + "\n")), OmbudApi.Cancel);

    public static async Task<ExpectedAnswer> AskAsync(ReleasedDatabase released, string municipality, string address)
    {
        var answer = await released.GetAsync(address, municipality);
        return new(municipality, address, answer.Status, answer.ETag, Encoding.UTF8.GetString(answer.Bytes));
    }

    /// <summary>The first place where another answer differs, for a reader; null where it is the same.</summary>
    public string? Difference(ExpectedAnswer other)
    {
        if (this == other)
            return null;
        var same = Body.Zip(other.Body).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Municipality} {Address}: {Status} {ETag} {Near(Body, same)} became {other.Status} {other.ETag} {Near(other.Body, same)}";
    }

    private static ExpectedAnswer Parse(string line)
    {
        using var parsed = JsonDocument.Parse(line);
        var root = parsed.RootElement;
        return new(
            Text("municipality")!,
            Text("address")!,
            root.GetProperty("status").GetInt32(),
            Text("etag"),
            root.GetProperty("body").GetRawText()
        );

        string? Text(string name) => root.GetProperty(name).GetString();
    }

    private string Line() =>
        $$"""{"municipality":"{{Municipality}}","address":"{{Address}}","status":{{Status}},"etag":{{Json(ETag)}},"body":{{Body}}}""";

    private static string Json(string? text) => JsonSerializer.Serialize(text);

    private static string Near(string body, int place) => body[Math.Max(0, place - 80)..Math.Min(body.Length, place + 80)];
}
