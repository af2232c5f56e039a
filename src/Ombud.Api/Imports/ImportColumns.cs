using Ombud.Domain;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Imports;

/// <summary>What stands in a column.</summary>
internal enum ColumnKind
{
    Text,
    Day,
    Moment,
    Flag,
    Code,

    /// <summary>Separated by semicolons.</summary>
    Codes,
}

/// <param name="Label">What people call it. It stands for no other column in any of the languages.</param>
/// <param name="List">The list that its codes are of.</param>
internal sealed record ImportColumn(string Name, Phrase Label, ColumnKind Kind, Func<Municipality, CodeList>? List = null);

/// <summary>The columns of a table of cases. A header names them so, or by their labels in one of the languages.</summary>
internal static class ImportColumns
{
    /// <summary>How few cells make a row that names columns: one may be a value that happens to read so.</summary>
    private const int FewestInAHeader = 2;

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new("number", new("Saksnummer", "Sagsnummer", "Case number"), ColumnKind.Text),
        new("received_on", new("Mottatt", "Modtaget", "Received", "Motteke"), ColumnKind.Day),
        new("received_at", new("Mottatt klokken", "Modtaget klokken", "Received at", "Motteke klokka"), ColumnKind.Moment),
        new("channel", new("Kanal", "Kanal", "Channel"), ColumnKind.Code, municipality => municipality.Channels),
        new(
            "referral_source",
            new("Henvisningskilde", "Henvisningskilde", "Referral source", "Tilvisingskjelde"),
            ColumnKind.Code,
            municipality => municipality.ReferralSources
        ),
        new(
            "service_area",
            new("Tjenesteområde", "Serviceområde", "Service area", "Tenesteområde"),
            ColumnKind.Code,
            municipality => municipality.ServiceAreas
        ),
        new("matters", new("Forhold", "Klageforhold", "Matters"), ColumnKind.Codes, municipality => municipality.Matters),
        new("units", new("Enheter", "Enheder", "Units", "Einingar"), ColumnKind.Codes, municipality => municipality.Units),
        new("within_mandate", new("Innenfor mandatet", "Inden for mandatet", "Within the mandate", "Innanfor mandatet"), ColumnKind.Flag),
        new(
            "requires_response",
            new("Krever tilbakemelding", "Kræver tilbagemelding", "Requires a response", "Krev tilbakemelding"),
            ColumnKind.Flag
        ),
        new(
            "inquiry_type",
            new("Type henvendelse", "Henvendelsestype", "Type of inquiry", "Type henvending"),
            ColumnKind.Code,
            municipality => municipality.InquiryTypes
        ),
        new("anonymous", new("Anonym", "Anonym", "Anonymous"), ColumnKind.Flag),
        new("power_of_attorney_seen", new("Fullmakt sett", "Fuldmagt set", "Power of attorney seen"), ColumnKind.Flag),
        new("declined_on", new("Avvist", "Afvist", "Declined"), ColumnKind.Day),
        new(
            "decline_reason",
            new("Grunn til avvisning", "Afvisningsgrund", "Reason for declining", "Grunn til avvising"),
            ColumnKind.Code,
            municipality => municipality.DeclineReasons
        ),
        new("forwarded_on", new("Videresendt", "Videresendt", "Forwarded", "Vidaresendt"), ColumnKind.Day),
        new(
            "forwarded_to",
            new("Videresendt til", "Videresendt til", "Forwarded to", "Vidaresendt til"),
            ColumnKind.Code,
            municipality => municipality.Recipients
        ),
        new("handler", new("Saksbehandler", "Sagsbehandler", "Handler", "Saksbehandlar"), ColumnKind.Text),
        new("acknowledged_on", new("Mottak bekreftet", "Kvitteret", "Acknowledged", "Mottak stadfesta"), ColumnKind.Day),
        new("first_replied_on", new("Første svar", "Første svar", "First reply"), ColumnKind.Day),
        new("closed_on", new("Avsluttet", "Afsluttet", "Closed", "Avslutta"), ColumnKind.Day),
        new("outcome", new("Utfall", "Udfald", "Outcome"), ColumnKind.Code, municipality => municipality.Outcomes),
        new("recorded_at", new("Registrert klokken", "Registreret klokken", "Recorded at", "Registrert klokka"), ColumnKind.Moment),
    ];

    public static IEnumerable<string> Names => All.Select(column => column.Name);

    private static readonly Dictionary<string, string> Known = All.SelectMany(column =>
            Phrase.Languages.Select(column.Label.In).Prepend(column.Name).Select(heading => (heading, column.Name))
        )
        .DistinctBy(known => known.heading, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(known => known.heading, known => known.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Func<Municipality, CodeList>> Lists = All.Where(column => column.List is not null)
        .ToDictionary(column => column.Name, column => column.List!);

    /// <summary>The column's name, or null where the heading names none.</summary>
    public static string? Find(string heading) => Known.GetValueOrDefault(heading.Trim());

    /// <summary>The list that the codes of a column are of.</summary>
    public static CodeList ListOf(string column, Municipality municipality) => Lists[column](municipality);

    /// <summary>True for a row whose cells, but for a few, are names of columns.</summary>
    public static bool AreNamedIn(IReadOnlyCollection<string> cells)
    {
        var (named, filled) = (cells.Count(cell => Find(cell) is not null), cells.Count(cell => !string.IsNullOrWhiteSpace(cell)));
        return named >= FewestInAHeader && named > filled / 2;
    }
}
