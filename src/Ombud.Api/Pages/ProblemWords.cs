using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>What a problem's page says. Those that a page can meet are said in every language; the others as the API says them.</summary>
/// <param name="IsEnglish">True where there is nothing but the API's own words.</param>
internal sealed record ProblemWords(Phrase Title, Phrase Remedy, bool IsEnglish = false)
{
    public static ProblemWords Of(Problem problem) =>
        Known.GetValueOrDefault(problem.Type.Split('/')[^1])
        ?? new(Same(problem.Title), Same(problem.Detail ?? problem.Title), IsEnglish: true);

    private static readonly Phrase AnotherTime = new(
        "Prøv igjen om litt. Ingenting er endret.",
        "Prøv igen om lidt. Intet er ændret.",
        "Try again shortly. Nothing was changed.",
        "Prøv igjen om litt. Ingenting er endra."
    );

    private static readonly Phrase AskWhoeverRunsIt = new(
        "Meld fra til den som driver Ombud hos dere.",
        "Sig det til dem, der driver Ombud hos jer.",
        "Tell whoever runs Ombud for you.",
        "Meld frå til den som driv Ombud hos dykk."
    );

    private static readonly ProblemWords Busy = new(
        new(
            "Registeret er ikke tilgjengelig akkurat nå",
            "Registeret er ikke tilgængeligt lige nu",
            "The register cannot be reached just now",
            "Registeret er ikkje tilgjengeleg akkurat no"
        ),
        AnotherTime
    );

    private static readonly ProblemWords BadRequest = new(
        new("Forespørselen kan ikke leses", "Forespørgslen kan ikke læses", "The request cannot be read", "Førespurnaden kan ikkje lesast"),
        new(
            "Gå tilbake og prøv igjen, eller begynn på startsiden.",
            "Gå tilbage, og prøv igen, eller begynd på startsiden.",
            "Go back and try again, or begin at the start page.",
            "Gå tilbake og prøv igjen, eller byrj på startsida."
        )
    );

    private static readonly Dictionary<string, ProblemWords> Known = new()
    {
        ["invalid-input"] = new(PageWords.Faulty, PageWords.MendEach),
        ["unauthenticated"] = new(
            new("Logg inn", "Log ind", "Sign in"),
            new(
                "Du må logge inn for å se denne siden. Kommer du ikke videre, har økten din kanskje løpt ut, eller innlogging er ikke satt "
                    + "opp her: spør den som driver Ombud hos dere.",
                "Du skal logge ind for at se denne side. Kommer du ikke videre, er din session måske udløbet, eller login er ikke sat op "
                    + "her: spørg dem, der driver Ombud hos jer.",
                "You have to sign in to see this page. If that leads nowhere, your session may have ended, or signing in is not set up "
                    + "here: ask whoever runs Ombud for you.",
                "Du må logge inn for å sjå denne sida. Kjem du ikkje vidare, har økta di kanskje gått ut, eller innlogging er ikkje sett "
                    + "opp her: spør den som driv Ombud hos dykk."
            )
        ),
        ["sign-in-failed"] = new(
            new("Innloggingen lyktes ikke", "Det lykkedes ikke at logge ind", "Signing in did not succeed", "Innlogginga lukkast ikkje"),
            new(
                "Begynn på startsiden og logg inn på nytt. Skjer det igjen, meld fra til den som driver Ombud hos dere.",
                "Begynd på startsiden, og log ind igen. Sker det igen, så sig det til dem, der driver Ombud hos jer.",
                "Begin at the start page and sign in anew. If it happens again, tell whoever runs Ombud for you.",
                "Byrj på startsida og logg inn på nytt. Skjer det igjen, meld frå til den som driv Ombud hos dykk."
            )
        ),
        ["no-role"] = new(
            new("Du har ingen rolle her", "Du har ingen rolle her", "You have no role here", "Du har inga rolle her"),
            new(
                "Du er logget inn hos organisasjonen, men ingen av gruppene dine gir tilgang til Ombud. Be den som styrer tilgangene om "
                    + "en rolle, og logg inn på nytt.",
                "Du er logget ind hos organisationen, men ingen af dine grupper giver adgang til Ombud. Bed dem, der styrer adgangen, om "
                    + "en rolle, og log ind igen.",
                "You have signed in with your organisation, but none of your groups gives you access to Ombud. Ask whoever manages access "
                    + "for a role, and sign in again.",
                "Du er logga inn hos organisasjonen, men ingen av gruppene dine gir tilgang til Ombud. Be den som styrer tilgangane om "
                    + "ei rolle, og logg inn på nytt."
            )
        ),
        ["form-expired"] = new(
            new(
                "Skjemaet gjelder ikke lenger",
                "Formularen gælder ikke længere",
                "The form is no longer valid",
                "Skjemaet gjeld ikkje lenger"
            ),
            new(
                "Åpne siden på nytt og send skjemaet derfra. Ingenting er endret.",
                "Åbn siden igen, og send formularen derfra. Intet er ændret.",
                "Open the page again and send the form from there. Nothing was changed.",
                "Opne sida på nytt og send skjemaet derifrå. Ingenting er endra."
            )
        ),
        ["issuer-unavailable"] = new(
            new(
                "Innloggingen er ikke tilgjengelig akkurat nå",
                "Login er ikke tilgængeligt lige nu",
                "Signing in is not possible just now",
                "Innlogginga er ikkje tilgjengeleg akkurat no"
            ),
            AnotherTime
        ),
        ["scope-missing"] = new(
            new("Du har ikke tilgang til dette", "Du har ikke adgang til dette", "You may not see this", "Du har ikkje tilgang til dette"),
            new(
                "Rollen din omfatter det ikke. Trenger du det, be den som styrer tilgangene om en rolle til.",
                "Din rolle omfatter det ikke. Har du brug for det, så bed dem, der styrer adgangen, om en rolle mere.",
                "Your role does not include it. If you need it, ask whoever manages access for another role.",
                "Rolla di omfattar det ikkje. Treng du det, be den som styrer tilgangane om ei rolle til."
            )
        ),
        ["no-municipality"] = new(
            new("Du har ingen kommune her", "Du har ingen kommune her", "You act for no municipality here", "Du har ingen kommune her"),
            AskWhoeverRunsIt
        ),
        ["not-found"] = NotHere(
            new("Siden finnes ikke", "Siden findes ikke", "There is no such page", "Sida finst ikkje"),
            new("adressen", "adressen", "the address", "adressa")
        ),
        ["case-not-found"] = NotHere(
            new("Saken finnes ikke", "Sagen findes ikke", "There is no such case", "Saka finst ikkje"),
            new("nummeret eller adressen", "nummeret eller adressen", "the number or the address", "nummeret eller adressa")
        ),
        ["report-not-found"] = NotHere(
            new("Rapporten finnes ikke", "Beretningen findes ikke", "There is no such report", "Rapporten finst ikkje"),
            new("adressen", "adressen", "the address", "adressa")
        ),
        ["report-document-not-kept"] = new(
            new("Rapporten er ikke her", "Beretningen er ikke her", "The report is not kept here", "Rapporten er ikkje her"),
            new(
                "Den ble gitt ut uten Ombud, som bare vet at den finnes. Se etter den der den ble gitt ut.",
                "Den blev udgivet uden Ombud, som kun ved, at den findes. Se efter den, hvor den blev udgivet.",
                "It was published without Ombud, which only knows that there is one. Look for it where it was published.",
                "Han vart gitt ut utan Ombud, som berre veit at han finst. Sjå etter han der han vart gitt ut."
            )
        ),
        ["municipality-not-configured"] = NotHere(
            new("Kommunen finnes ikke her", "Kommunen findes ikke her", "There is no such municipality here", "Kommunen finst ikkje her"),
            new("kommunens kode", "kommunens kode", "the municipality's code", "koden til kommunen")
        ),
        ["method-not-allowed"] = BadRequest,
        ["not-acceptable"] = BadRequest,
        ["unsupported-media-type"] = BadRequest,
        ["malformed-request"] = BadRequest,
        ["too-slow"] = BadRequest,
        ["too-large"] = BadRequest,
        ["address-too-long"] = BadRequest,
        ["headers-too-large"] = BadRequest,
        ["too-many-requests"] = new(
            new(
                "Det kommer for mange forespørsler",
                "Der kommer for mange forespørgsler",
                "There are too many requests",
                "Det kjem for mange førespurnader"
            ),
            new(
                "Vent et minutt og prøv igjen.",
                "Vent et minut, og prøv igen.",
                "Wait a minute and try again.",
                "Vent eit minutt og prøv igjen."
            )
        ),
        ["took-too-long"] = Busy,
        ["database-unavailable"] = Busy,
        ["database-too-slow"] = Busy,
        ["database-overloaded"] = Busy,
        ["unreadable-event"] = new(
            new(
                "Noe i registeret kan ikke leses",
                "Noget i registeret kan ikke læses",
                "Something in the register cannot be read",
                "Noko i registeret kan ikkje lesast"
            ),
            AskWhoeverRunsIt
        ),
        ["internal-error"] = new(
            new("Noe gikk galt hos oss", "Noget gik galt hos os", "Something went wrong on our side", "Noko gjekk gale hos oss"),
            AskWhoeverRunsIt
        ),
    };

    private static ProblemWords NotHere(Phrase title, Phrase what) =>
        new(
            title,
            new(
                $"Se etter at {what.Nb} er skrevet riktig, eller let videre fra startsiden.",
                $"Se efter, om {what.Da} er skrevet rigtigt, eller led videre fra startsiden.",
                $"See whether {what.En} is written rightly, or look further from the start page.",
                $"Sjå etter at {what.Nn} er rett skrive, eller leit vidare frå startsida."
            )
        );

    private static Phrase Same(string text) => new(text, text, text);
}
