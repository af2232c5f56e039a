using System.Text.Json.Nodes;
using Ombud.Hostile.Tests.Run;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What a well-meaning caller writes in a field of a name: real codes, real ids, days that can be.</summary>
internal sealed class Vocabulary(JsonObject municipality, SeenValues seen)
{
    private static readonly string[] Rules = ["NO.fvl.11a.preliminary-reply", "ombud.request", "NO.fvl.29.appeal", "DK.rsl.3"];

    public SeenValues Seen => seen;

    /// <summary>The configuration, as it can be sent again.</summary>
    public JsonObject Configuration => municipality.DeepClone().AsObject();

    public string Text(string field, SeededRandom random) =>
        field switch
        {
            "serviceArea" or "area" => Code("serviceAreas", random),
            "matters" or "matter" => Code("matters", random),
            "units" or "unit" or "addressees" => Code("units", random),
            "channel" => Code("channels", random),
            "referralSource" => Code("referralSources", random),
            "inquiryType" => random.Pick(["complaint", "guidance", "signposting"]),
            "declineReason" => random.Pick(["outside_mandate", "too_old"]),
            "recipient" => random.Pick(["unit", "legal_aid"]),
            "outcome" => Code("outcomes", random),
            "body" => Code("bodies", random),
            "rules" or "rule" => random.Pick(Rules),
            "number" or "covers" => $"H-{random.Below(1_000_000)}",
            "language" or "languages" => random.Pick(["nb", "nn", "da", "en"]),
            "country" => random.Pick(["NO", "DK"]),
            "order" => random.Pick(["recorded", "occurred"]),
            "term" => random.Pick(["P2W", "P1M", "P10D"]),
            "cursor" => FromAnswers("cursor", random, "e30"),
            "report" => Id(field, random),
            "pauses" => "2023-06-20/2023-06-27",
            "by" => "local-developer",
            "name" => "Åse Ødegård",
            _ => random.Pick(["Because of that", "Etter avtale", "Følges opp", "x"]),
        };

    public string Id(string field, SeededRandom random) =>
        field switch
        {
            "cases" or "basisCases" or "caseId" => FromAnswers("cases", random),
            "recommendations" or "recommendationId" or "supersededBy" => FromAnswers("recommendations", random),
            "report" or "reportId" or "supersedes" => FromAnswers("reports", random),
            "personId" or "people" => FromAnswers("people", random),
            _ => random.Guid().ToString(),
        };

    /// <summary>Most days are soon after one another, so that what they order can happen.</summary>
    public static string Day(string field, SeededRandom random) =>
        field switch
        {
            "from" or "receivedFrom" or "dueFrom" => random.Chance(0.5)
                ? "2023-01-01"
                : $"2023-0{1 + random.Below(4)}-{1 + random.Below(28):00}",
            "to" or "receivedTo" or "dueTo" => random.Chance(0.5)
                ? random.Pick(["2023-06-30", "2023-12-31", "2023-04-30"])
                : $"2023-0{5 + random.Below(4)}-{1 + random.Below(28):00}",
            "publishedOn" or "requestedOn" or "issuedOn" or "draftedOn" or "askedOn" => "2023-07-01",
            "inForceFrom" => "2018-08-01",
            "dueOn" or "extendedTo" or "expectedOn" => "2030-06-28",
            "receivedOn" or "start" => $"2023-06-{1 + random.Below(28):00}",
            _ => $"2023-0{7 + random.Below(3)}-{1 + random.Below(28):00}",
        };

    public string FromAnswers(string what, SeededRandom random, string? otherwise = null) =>
        seen.Of(what) is { Count: > 0 } known ? random.Pick(known) : otherwise ?? random.Guid().ToString();

    private string Code(string list, SeededRandom random) =>
        municipality[list] is JsonArray { Count: > 0 } codes ? (string)codes[random.Below(codes.Count)]!["value"]! : "other";
}
