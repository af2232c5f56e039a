using System.Text.RegularExpressions;
using Ombud.Hostile.Tests.Attacks;
using Ombud.Hostile.Tests.Contract;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Run;

/// <summary>Holds every answer against what must hold of it.</summary>
/// <param name="clockIsShifted">A node that is behind cannot tell whether the database is ahead, and publishes nothing.</param>
internal sealed partial class Judge(OpenApi contract, Findings findings, bool clockIsShifted)
{
    private const int LargestBody = 1_000_000;
    private const string Problem = "application/problem+json";
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    // The server refuses these before there is a request: a bad line, header or length.
    private static readonly HashSet<int> OfTheServer = [400, 408, 411, 413, 414, 431, 501, 505];

    // Routing and the access checks answer these, whatever the operation.
    private static readonly HashSet<int> OfNoOperation = [401, 404, 405, 413, 414, 431];
    private static readonly HashSet<string> ElsewhereNow =
    [
        "another kind",
        "another method",
        "longer path",
        "shorter path",
        "upper case",
        "slashes",
        "another id",
    ];

    public void Weigh(Attack attack, Reply reply)
    {
        findings.Count(reply.Status);
        var what = attack.Operation?.Id ?? attack.Path.FirstOrDefault() ?? "/";
        if (reply.Took > Long)
            findings.Slow(what, reply.Took);
        if (reply.Status < 300 && attack.Operation is not null && !IsElsewhere(attack))
            findings.Succeeded(what);
        foreach (var wrong in Wrongs(attack, reply))
            findings.Add($"{what}: {wrong}", attack, reply);
    }

    /// <summary>A connection may break on a body that is refused while it is still being sent.</summary>
    public void Unanswered(Attack attack, Exception error)
    {
        if (error is FormatException or ArgumentException or InvalidOperationException)
            findings.Count(0);
        else if (attack.Content?.Length <= LargestBody || attack.Content is null)
            findings.Add($"{attack.Operation?.Id}: not answered: {error.GetType().Name}", $"{attack}\n      {error.Message}");
    }

    private IEnumerable<string> Wrongs(Attack attack, Reply reply)
    {
        var isOfTheClock =
            clockIsShifted
            && (attack.Operation?.Id, reply.Status) is ("publishReport", 503)
            && ((string?)reply.Json?["type"])?.EndsWith("/clock-ahead") == true;
        if (reply.Status >= 500 && !isOfTheClock && !(reply.ByServer && OfTheServer.Contains(reply.Status)))
            yield return $"status {reply.Status}";
        if (reply.Took > TooLong)
            yield return "more than 5 s";
        if (reply.ByServer && !(OfTheServer.Contains(reply.Status) && reply.Bytes.Length == 0))
            yield return $"{reply.Status} without API-Version";
        if (!reply.ByServer && reply.Unguarded is { } header)
            yield return $"without {header}";
        if (reply.ByServer || attack.Method == HttpMethod.Head)
            yield break;
        foreach (var wrong in reply.Status >= 400 ? OfARefusal(attack, reply) : OfASuccess(attack, reply))
            yield return wrong;
        if (
            reply.ContentType == "text/html"
            && (
                reply.Text.Contains(HostileValues.Script, StringComparison.OrdinalIgnoreCase)
                || reply.Text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase)
                || reply.Text.Contains("<svg onload", StringComparison.OrdinalIgnoreCase)
            )
        )
            yield return "a text of the request stands in the page as it was sent";
        if (reply.ContentType == "text/csv" && LiveFormula().IsMatch(reply.Text))
            yield return "a cell of the table would be run";
    }

    private static IEnumerable<string> OfARefusal(Attack attack, Reply reply)
    {
        if (
            attack.Operation is { } operation
            && !OfNoOperation.Contains(reply.Status)
            && !IsElsewhere(attack)
            && !operation.Answers.ContainsKey($"{reply.Status}")
        )
            yield return $"{reply.Status} is not in the contract";
        if (Inside().Match(reply.Text) is { Success: true } leak)
            yield return $"tells of the inside: {leak.Value}";
        if ((attack.IsPage || IsElsewhere(attack) || AsksForAPage(attack)) && reply.ContentType == "text/html")
            yield break;
        if (reply.ContentType != Problem)
            yield return $"{reply.Status} as {reply.ContentType ?? "nothing"}";
        else if (
            new[] { "type", "title", "status", "detail", "traceId" }.FirstOrDefault(field => reply.Json?[field] is null) is { } missing
        )
            yield return $"{reply.Status} without {missing}";
        else if ((int?)reply.Json!["status"] != reply.Status)
            yield return "says another status than it has";
    }

    private IEnumerable<string> OfASuccess(Attack attack, Reply reply)
    {
        if (reply.ContentType != "application/json" || reply.Bytes.Length == 0)
            yield break;
        if (reply.Json is null)
            yield return "no JSON";
        else if (
            attack.Operation is { } operation
            && !IsElsewhere(attack)
            && operation.AnswerOf(reply.Status) is { } schema
            && Shape.Fault(contract, schema, reply.Json) is { } fault
        )
            yield return $"not of its schema: {Numbers().Replace(fault, "[]")}";
    }

    /// <summary>True where the address may now be another operation's.</summary>
    private static bool IsElsewhere(Attack attack) => attack.Mutated.Any(ElsewhereNow.Contains);

    /// <summary>True where what went wrong may be told in a page, as to a browser.</summary>
    private static bool AsksForAPage(Attack attack) =>
        attack.Headers.Any(header => header.Name == "Accept" && header.Value.Contains("text/", StringComparison.OrdinalIgnoreCase));

    // Words of the program, the database and the machine. What was sent is said again in faults, so none of them is in a request.
    [GeneratedRegex(
        @"   at \w+\.|\bSystem\.[A-Z]|\bMicrosoft\.[A-Z]|Npgsql|NodaTime|\.cs\b|Ombud\.(Api|Domain|EventStore|Projections)"
            + @"|Exception\b|\bmt_\w+|SQLSTATE|\b22P0|\bcannot (insert|cast)\b|/home/|/root/|bin/Release"
    )]
    private static partial Regex Inside();

    [GeneratedRegex("(^|[,;\r\n])\"?[=@](cmd|SUM)", RegexOptions.Multiline)]
    private static partial Regex LiveFormula();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Numbers();
}
