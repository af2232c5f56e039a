using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>What every page says.</summary>
internal static class PageWords
{
    public static readonly (string Code, string Name)[] Languages =
    [
        ("nb", "Norsk bokmål"),
        ("nn", "Norsk nynorsk"),
        ("da", "Dansk"),
        ("en", "English"),
    ];

    public static readonly Phrase Skip = new("Gå til innholdet", "Gå til indholdet", "Skip to the content", "Gå til innhaldet");
    public static readonly Phrase Language = new("Språk", "Sprog", "Language");
    public static readonly Phrase Footer = new(
        "Fra Ombud, registeret til kommunens ombud.",
        "Fra Ombud, borgerrådgiverens register.",
        "From Ombud, the register of the municipality's ombud.",
        "Frå Ombud, registeret til ombodet i kommunen."
    );

    public static readonly Phrase Faulty = new(
        "Noe i forespørselen er feil",
        "Noget i forespørgslen er forkert",
        "Something in the request is wrong",
        "Noko i førespurnaden er feil"
    );
    public static readonly Phrase MendEach = new("Rett dette og prøv igjen.", "Ret dette, og prøv igen.", "Mend this and try again.");
    public static readonly Phrase Given = new("Oppgitt:", "Angivet:", "Given:");

    public static readonly Phrase Filter = new(
        "Velg hva som vises",
        "Vælg, hvad der vises",
        "Choose what to show",
        "Vel kva som blir vist"
    );
    public static readonly Phrase Show = new("Vis", "Vis", "Show");
    public static readonly Phrase Only = new("Viser bare:", "Viser kun:", "Showing only:", "Viser berre:");
    public static readonly Phrase Clear = new("Vis alle", "Vis alle", "Show all");
    public static readonly Phrase Any = new("Alle", "Alle", "All");

    public static Phrase Further(int faults) => new($"og {faults} til.", $"og {faults} mere.", $"and {faults} more.");

    public static Phrase AsOf(string moment, string zone) =>
        new(
            $"Slik det var registrert {moment} ({zone}).",
            $"Som det var registreret {moment} ({zone}).",
            $"As it was on record on {moment} ({zone})."
        );
}
