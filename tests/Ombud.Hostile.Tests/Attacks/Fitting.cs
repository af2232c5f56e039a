using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What rules ask for and a contract cannot say, so that requests get past those rules too.</summary>
internal static class Fitting
{
    /// <summary>What belongs together, where an operation is about two things at once.</summary>
    public static string PairsOf(Operation operation) =>
        operation.Id switch
        {
            "unlinkMeasure" => "links",
            "answerReport" => "numbers",
            _ => $"requests of {operation.Kind}",
        };

    public static bool IsOfAPair(Operation operation) =>
        operation.Id is "unlinkMeasure" or "answerReport" || operation.Path.Contains("{requestId}", StringComparison.Ordinal);

    /// <summary>Operations that would end too much of what the others work on, if they came as often.</summary>
    public static bool EndsThings(Operation operation) =>
        operation.Id
            is "voidCase"
                or "deliverToArchive"
                or "closeCase"
                or "withdrawRecommendation"
                or "closeRecommendation"
                or "erasePerson";

    public static void Fit(Operation operation, JsonNode? body, string other, Vocabulary words, SeededRandom random)
    {
        if (body is not JsonObject fields)
            return;
        if (operation.Id == "unlinkMeasure")
            fields["recommendationId"] = other;
        if (operation.Id == "answerReport")
            fields["covers"] = new JsonArray(other);
        // A deadline that has not ended can be moved and paused: today, which is when nothing is said.
        if (operation.Id == "requestResponse" && random.Chance(0.7))
            Be(fields, ("unit", words.Text("unit", random)), ("rules", new JsonArray("ombud.request")), ("dueOn", "2030-06-28"));
        if (operation.Id == "extendDeadline" && random.Chance(0.7))
            Be(fields, ("extendedTo", "2031-06-27"), ("reason", "More was asked"));
        if (operation.Id is "suspendDeadline" && random.Chance(0.7))
            Be(fields, ("reason", "special_circumstances"));
        if (operation.Id is "resumeDeadline" && random.Chance(0.7))
            Be(fields);
        if (operation.Id == "draftFeedback" && random.Chance(0.7))
            Be(
                fields,
                ("text", "Letters lie too long"),
                ("cases", new JsonArray(words.FromAnswers("reviewHandling", random))),
                ("extraordinary", "One is enough")
            );
        if (operation.Id.StartsWith("presentFeedback", StringComparison.Ordinal) && random.Chance(0.7))
            fields.Remove("presentedOn");
    }

    private static void Be(JsonObject fields, params (string Name, JsonNode Value)[] given)
    {
        fields.Clear();
        foreach (var (name, value) in given)
            fields[name] = value;
    }
}
