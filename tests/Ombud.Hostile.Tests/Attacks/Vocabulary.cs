using System.Text.Json.Nodes;
using Ombud.Hostile.Tests.Run;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What a well-meaning caller writes in a field of a name: real codes, real ids, days that can be.</summary>
internal sealed class Vocabulary(JsonObject municipality, Harvest harvest)
{
    private static readonly string[] Rules = ["NO.fvl.11a.preliminary-reply", "ombud.request", "NO.fvl.29.appeal", "DK.rsl.3"];

    public Harvest Harvest => harvest;

    /// <summary>The configuration, as it can be sent again.</summary>
    public JsonObject Configuration => municipality.DeepClone().AsObject();

    public string Text(string field, Dice dice) =>
        field switch
        {
            "serviceArea" or "area" => Code("serviceAreas", dice),
            "matters" or "matter" => Code("matters", dice),
            "units" or "unit" or "addressees" => Code("units", dice),
            "channel" => Code("channels", dice),
            "referralSource" => Code("referralSources", dice),
            "outcome" => Code("outcomes", dice),
            "body" => Code("bodies", dice),
            "rules" or "rule" => dice.Pick(Rules),
            "number" or "covers" => $"H-{dice.Below(1_000_000)}",
            "language" or "languages" => dice.Pick(["nb", "da", "en"]),
            "country" => dice.Pick(["NO", "DK"]),
            "order" => dice.Pick(["recorded", "occurred"]),
            "term" => dice.Pick(["P2W", "P1M", "P10D"]),
            "cursor" => Harvested("cursor", dice, "e30"),
            "case" or "report" or "recommendation" => Id(field, dice),
            "pauses" => "2023-06-20/2023-06-27",
            "by" => "local-developer",
            "name" => "Åse Ødegård",
            _ => dice.Pick(["Because of that", "Etter avtale", "Følges opp", "x"]),
        };

    public string Id(string field, Dice dice) =>
        field switch
        {
            "cases" or "basisCases" or "case" => Harvested("cases", dice),
            "recommendations" or "recommendation" or "supersededBy" => Harvested("recommendations", dice),
            "report" or "supersedes" => Harvested("reports", dice),
            "person" or "people" => Harvested("people", dice),
            _ => dice.Guid().ToString(),
        };

    /// <summary>Most days are soon after one another, so that what they order can happen.</summary>
    public static string Day(string field, Dice dice) =>
        field switch
        {
            "from" or "receivedFrom" or "dueFrom" => dice.Chance(0.5) ? "2023-01-01" : $"2023-0{1 + dice.Below(4)}-{1 + dice.Below(28):00}",
            "to" or "receivedTo" or "dueTo" => dice.Chance(0.5)
                ? dice.Pick(["2023-06-30", "2023-12-31", "2023-04-30"])
                : $"2023-0{5 + dice.Below(4)}-{1 + dice.Below(28):00}",
            "publishedOn" or "requestedOn" or "issuedOn" or "draftedOn" or "askedOn" => "2023-07-01",
            "inForceFrom" => "2018-08-01",
            "dueOn" or "extendedTo" or "expectedOn" => "2030-06-28",
            "receivedOn" or "start" => $"2023-06-{1 + dice.Below(28):00}",
            _ => $"2023-0{7 + dice.Below(3)}-{1 + dice.Below(28):00}",
        };

    public string Harvested(string what, Dice dice, string? otherwise = null) =>
        harvest.Of(what) is { Count: > 0 } known ? dice.Pick(known) : otherwise ?? dice.Guid().ToString();

    private string Code(string list, Dice dice) =>
        municipality[list] is JsonArray { Count: > 0 } codes ? (string)codes[dice.Below(codes.Count)]!["value"]! : "other";
}
