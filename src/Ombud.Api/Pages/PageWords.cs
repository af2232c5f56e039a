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

    public static readonly Phrase Places = new("Sider", "Sider", "Pages");
    public static readonly Phrase Developers = new(
        "For utviklere: API",
        "For udviklere: API",
        "For developers: the API",
        "For utviklarar: API"
    );
    public static readonly Phrase SignedInAs = new("Logget inn som", "Logget ind som", "Signed in as", "Logga inn som");
    public static readonly Phrase LocalDeveloper = new("lokal utvikler", "lokal udvikler", "local developer", "lokal utviklar");
    public static readonly Phrase SignIn = new("Logg inn", "Log ind", "Sign in");
    public static readonly Phrase SignOut = new("Logg ut", "Log ud", "Sign out");
    public static readonly Phrase ToStart = new("Til startsiden", "Til startsiden", "To the start page", "Til startsida");
    public static readonly Phrase WithoutParameters = new(
        "Vis siden uten valg",
        "Vis siden uden valg",
        "Show the page without choices",
        "Vis sida utan val"
    );
    public static readonly Phrase Trace = new(
        "Oppgi dette når du melder fra:",
        "Angiv dette, når du siger det:",
        "Quote this when you tell of it:",
        "Oppgi dette når du melder frå:"
    );

    public static readonly Phrase Moment = new("Tidspunkt", "Tidspunkt", "Moment");
    public static readonly Phrase IsPast = new(
        "Du ser et tidligere tidspunkt.",
        "Du ser et tidligere tidspunkt.",
        "You are looking at the past.",
        "Du ser eit tidlegare tidspunkt."
    );
    public static readonly Phrase IsPublished = new(
        "Dette er publisert og endrer seg ikke.",
        "Dette er offentliggjort og ændrer sig ikke.",
        "This is published and does not change.",
        "Dette er publisert og endrar seg ikkje."
    );
    public static readonly Phrase ChooseMoment = new("Velg tidspunkt", "Vælg tidspunkt", "Choose a moment", "Vel tidspunkt");
    public static readonly Phrase ToNow = new("Tilbake til nå", "Tilbage til nu", "Back to now", "Tilbake til no");

    public static Phrase BackTo(Phrase page) =>
        new(
            $"Tilbake til {page.InSentence.Nb}",
            $"Tilbage til {page.InSentence.Da}",
            $"Back to {page.InSentence.En}",
            $"Tilbake til {page.InSentence.Nn}"
        );

    public static Phrase AsOf(string moment) =>
        new($"Slik det var registrert {moment}.", $"Som det var registreret {moment}.", $"As it was on record on {moment}.");
}
