using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Requests as a well-meaning caller makes them.</summary>
internal sealed class ValidRequests(OpenApi contract, Vocabulary words)
{
    private static readonly string[] Pages =
    [
        "deadlines",
        "reports",
        "follow-up",
        "cases/{id}/history",
        "problems/not-found",
        "",
        "health/live",
        "health/ready",
        "openapi/v1.json",
        "swagger/index.html",
    ];
    private static readonly string[] PageParameters =
    [
        "asOf",
        "language",
        "from",
        "to",
        "unit",
        "on",
        "municipality",
        "report",
        "state",
        "version",
        "order",
        "kind",
        "table",
        "cutOff",
        "minimumCell",
    ];
    private readonly Samples _samples = new(contract, words);

    public Attack Page(int number, SeededRandom random, Attacker by, IReadOnlyList<string> foreign)
    {
        var page = new Attack(number, null)
        {
            ContentType = null,
            By = by,
            Foreign = foreign,
        };
        page.Path.AddRange(random.Pick(Pages).Replace("{id}", words.FromAnswers("cases", random), StringComparison.Ordinal).Split('/'));
        foreach (var name in PageParameters.Where(_ => random.Chance(0.1)))
            page.Query.Add(
                (
                    name,
                    Uri.EscapeDataString(
                        name is "asOf" ? "2026-01-01T12:00"
                        : name is "from" or "to" or "on" or "cutOff" ? Vocabulary.Day(name, random)
                        : words.Text(name, random)
                    )
                )
            );
        return page;
    }

    public Attack Of(Operation operation, int number, SeededRandom random, Attacker by, IReadOnlyList<string> foreign)
    {
        var attack = new Attack(number, operation) { By = by, Foreign = foreign };
        attack.Path.Add("v1");
        var pair = words.FromAnswers(Fitting.PairsOf(operation), random, $"{random.Guid()} {random.Guid()}").Split(' ');
        attack.Path.AddRange(FilledPath(operation, pair, random));
        foreach (var parameter in operation.Parameters)
            Add(parameter, attack, random);
        attack.Body =
            operation.Id == "configureMunicipality" ? words.Configuration
            : operation.Body is null ? null
            : _samples.Of(operation.Body, "body", random);
        Fitting.Fit(operation, attack.Body, pair[1], words, random);
        if (attack.Content is null)
            attack.ContentType = null;
        return attack;
    }

    private IEnumerable<string> FilledPath(Operation operation, string[] pair, SeededRandom random)
    {
        var id = Fitting.IsOfAPair(operation)
            ? pair[0]
            : words.FromAnswers(operation.Id == "presentFeedback" ? "presentFeedbackToAdministration" : operation.Kind, random);
        return operation
            .Path[1..]
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{requestId}", pair[1], StringComparison.Ordinal)
            .Replace("{eventId}", $"{random.Guid()}", StringComparison.Ordinal)
            .Split('/');
    }

    private void Add(JsonNode parameter, Attack attack, SeededRandom random)
    {
        var name = (string)parameter["name"]!;
        switch ((string)parameter["in"]!)
        {
            case "query"
                when (bool?)parameter["required"] == true
                    || random.Chance(attack.Operation!.Id == "compareReports" && name is "from" or "to" or "asOf" ? 0.9 : 0.15):
                var sample = _samples.Of(parameter["schema"]!, name, random)!;
                attack.Query.Add(
                    (
                        name,
                        Uri.EscapeDataString(
                            sample is JsonArray list ? list[0]!.ToString()
                            : sample is JsonValue text && text.TryGetValue<string>(out var plain) ? plain
                            : sample.ToJsonString()
                        )
                    )
                );
                break;
            // An old version is a stale one; both are worth a try.
            case "header" when name == "If-Match" && random.Chance(0.2):
                attack.Headers.Add((name, (attack.Path.Count > 2 ? words.Seen.Version(attack.Path[2]) : null) ?? "\"1\""));
                break;
            case "header" when name == "Ombud-On-Behalf-Of" && random.Chance(0.2):
                attack.Headers.Add((name, "anna.hansen"));
                break;
        }
    }
}
