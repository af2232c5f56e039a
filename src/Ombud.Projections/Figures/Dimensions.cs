using System.Text.Json;
using Ombud.Domain;
using Ombud.Domain.Reports;

namespace Ombud.Projections.Figures;

/// <summary>
/// Start here to add a figure: every dimension, declared once, and the things that are counted by it. The counting, the documents and the
/// contract go by these declarations.
/// </summary>
public static class Dimensions
{
    public static readonly Dimension Month = Dimension.Time("month", new("Måned", "Måned", "Month", "Månad"), null) with
    {
        OfCase = row => [$"{row.ReceivedOn:uuuu-MM}"],
    };
    public static readonly Dimension Quarter = Dimension.Time("quarter", new("Kvartal", "Kvartal", "Quarter"), ReportKind.Quarterly);
    public static readonly Dimension Tertial = Dimension.Time("tertial", new("Tertial", "Tertial", "Third of a year"), ReportKind.Tertial);
    public static readonly Dimension ReportingYear = Dimension.Time(
        "reportingYear",
        new("Rapporteringsår", "Beretningsår", "Reporting year"),
        ReportKind.Annual
    );

    public static readonly Dimension ServiceArea = Dimension.OfList(
        "serviceArea",
        new("Tjenesteområde", "Område", "Service area", "Tenesteområde"),
        row => row.ServiceArea,
        municipality => municipality.ServiceAreas
    );
    public static readonly Dimension Matter = Dimension.OfList(
        "matter",
        new("Forhold", "Klageforhold", "Matter"),
        "matter",
        municipality => municipality.Matters
    ) with
    {
        Elements = "matters",
        Column = "matters",
        OfCase = row => row.Matters,
    };
    public static readonly Dimension Unit = Dimension.OfList(
        "unit",
        new("Enhet", "Enhed", "Unit", "Eining"),
        "c.units[1]",
        municipality => municipality.Units
    ) with
    {
        Column = "units",
        OfCase = row => [row.Units is [var first, ..] ? first : null],
    };
    public static readonly Dimension Channel = Dimension.OfList(
        "channel",
        new("Kanal", "Kanal", "Channel"),
        row => row.Channel,
        municipality => municipality.Channels
    );
    public static readonly Dimension ReferralSource = Dimension.OfList(
        "referralSource",
        new("Henvisningskilde", "Henvisningskilde", "Referral source", "Tilvisingskjelde"),
        row => row.ReferralSource,
        municipality => municipality.ReferralSources
    );
    public static readonly Dimension Type = Dimension.OfList(
        "type",
        new("Type henvendelse", "Henvendelsestype", "Type of inquiry", "Type henvending"),
        row => row.InquiryType,
        municipality => municipality.InquiryTypes
    ) with
    {
        InTitle = new("type", "type", "type"),
    };
    public static readonly Dimension DeclineReason = Dimension.OfList(
        "declineReason",
        new("Grunn til avvisning", "Afvisningsgrund", "Reason for declining", "Grunn til avvising"),
        row => row.DeclineReason,
        municipality => municipality.DeclineReasons
    ) with
    {
        OnlyThoseThatHaveOne = (
            "declined",
            new("Avviste henvendelser", "Afviste henvendelser", "Declined inquiries", "Avviste henvendingar")
        ),
        InTitle = new("grunn", "grund", "reason"),
    };
    public static readonly Dimension Anonymity = Dimension.OfClasses(
        "anonymity",
        new("Anonymitet", "Anonymitet", "Anonymity"),
        "case c.anonymous when true then 'anonymous' when false then 'named' end",
        [("anonymous", new("Anonym", "Anonym", "Anonymous")), ("named", new("Ikke anonym", "Ikke anonym", "Not anonymous", "Ikkje anonym"))]
    ) with
    {
        Column = "anonymous",
        OfCase = row =>
            [
                row.Anonymous is { } anonymous
                    ? anonymous
                        ? "anonymous"
                        : "named"
                    : null,
            ],
    };
    public static readonly Dimension Handler = new(
        "handler",
        new("Saksbehandler", "Sagsbehandler", "Handler", "Saksbehandlar"),
        _ => "c.handler",
        _ => []
    )
    {
        Internal = true,
    };

    public static readonly Dimension Outcome = Dimension.OfList(
        "outcome",
        new("Utfall", "Udfald", "Outcome"),
        "x.outcome",
        municipality => municipality.Outcomes
    );
    public static readonly Dimension Age = Dimension.OfClasses(
        "age",
        new("Siden mottak", "Siden modtagelse", "Since receipt", "Sidan mottak"),
        OpenAges.CodeSql("x.age"),
        [.. OpenAges.All]
    ) with
    {
        InTitle = new("alder", "alder", "age"),
    };

    public static readonly Dimension RespondingUnit = Dimension.OfList("unit", Unit.Label, "x.unit", municipality => municipality.Units);
    public static readonly Dimension Rule = new("rule", new("Fristregel", "Fristregel", "Rule"), _ => "x.rule", _ => [])
    {
        LabelOf = (scope, code) => scope.Municipality.Rules.Rules.LastOrDefault(rule => rule.Id == code)?.Name.In(scope.Language) ?? code,
    };
    public static readonly Dimension Result = Dimension.OfClasses(
        "result",
        new("Resultat", "Resultat", "Result"),
        "x.result",
        [
            ("upheld", new("Medhold", "Medhold", "Upheld", "Medhald")),
            ("partly_upheld", new("Delvis medhold", "Delvist medhold", "Partly upheld", "Delvis medhald")),
            ("not_upheld", new("Ikke medhold", "Ikke medhold", "Not upheld", "Ikkje medhald")),
        ]
    );

    private static readonly Dimension[] Times = [Month, Quarter, Tertial, ReportingYear];

    /// <summary>Those that a case's row in the register has.</summary>
    internal static readonly Dimension[] OfCases = [ServiceArea, Matter, Unit, Channel, ReferralSource, Type, Anonymity, Handler];

    /// <summary>The one that is read from the column in which a field of a case is kept.</summary>
    /// <param name="field">As JSON has it: <c>inquiryType</c>.</param>
    public static Dimension? OfRegister(string field) =>
        OfCases.FirstOrDefault(dimension => dimension.Column == JsonNamingPolicy.SnakeCaseLower.ConvertName(field));

    /// <summary>By what a thing can be counted.</summary>
    public static IReadOnlyList<Dimension> Of(CountedThing thing) =>
        thing.Name switch
        {
            "inquiries" => [.. Times, .. OfCases, DeclineReason],
            "closings" or "considered" => [.. Times, .. OfCases, Outcome],
            "open" => [Age, .. OfCases],
            "responses" => [.. Times, RespondingUnit, Rule, Result, .. OfCases.Where(dimension => dimension.Name != "unit")],
            _ => [.. Times, .. OfCases],
        };
}
