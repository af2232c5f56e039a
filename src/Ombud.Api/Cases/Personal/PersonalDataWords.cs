using Ombud.Api.Cases.History;
using Ombud.Domain;
using Ombud.Domain.Confidentiality;

namespace Ombud.Api.Cases.Personal;

/// <summary>What the page of a case's personal data says.</summary>
internal static class PersonalDataWords
{
    public static readonly Phrase Link = new("Personopplysninger", "Personoplysninger", "Personal data", "Personopplysningar");
    public static readonly Phrase What = new("Hva", "Hvad", "What", "Kva");
    public static readonly Phrase Text = new("Tekst", "Tekst", "Text");
    public static readonly Phrase Purpose = new(
        "Hva skal opplysningene brukes til?",
        "Hvad skal oplysningerne bruges til?",
        "What is it read for?",
        "Kva skal opplysningane brukast til?"
    );
    public static readonly Phrase Choose = new("Velg", "Vælg", "Choose", "Vel");
    public static readonly Phrase IsRecorded = new(
        "At du leser dette, blir registrert: hvem du er, hvilken sak, når og hva det skal brukes til.",
        "Det registreres, at du læser dette: hvem du er, hvilken sag, hvornår og hvad det skal bruges til.",
        "That you read this is recorded: who you are, which case, when and what for.",
        "At du les dette, blir registrert: kven du er, kva for sak, når og kva det skal brukast til."
    );
    public static readonly Phrase WasRecorded = new(
        "Det er registrert at du har lest dette.",
        "Det er registreret, at du har læst dette.",
        "It is on record that you have read this.",
        "Det er registrert at du har lese dette."
    );
    public static readonly Phrase Show = new("Vis opplysningene", "Vis oplysningerne", "Show it", "Vis opplysningane");
    public static readonly Phrase Erased = new("Slettet", "Slettet", "Erased", "Sletta");
    public static readonly Phrase Nothing = new(
        "Det er ikke skrevet noe om noen person i saken.",
        "Der er ikke skrevet noget om nogen person i sagen.",
        "Nothing is written of a person in this case.",
        "Det er ikkje skrive noko om nokon person i saka."
    );

    private static readonly Dictionary<string, Phrase> Fields = new()
    {
        ["summary"] = new("Sammendrag", "Sammenfatning", "Summary", "Samandrag"),
        ["resident.name"] = new("Navn", "Navn", "Name", "Namn"),
        ["resident.contact"] = new("Kontakt", "Kontakt", "Contact"),
        ["resident.nationalId"] = new("Fødselsnummer", "CPR-nummer", "National id"),
    };

    public static Phrase Title(string number) =>
        new(
            $"Personopplysninger i {number}",
            $"Personoplysninger i {number}",
            $"Personal data of {number}",
            $"Personopplysningar i {number}"
        );

    public static Phrase Of(ReadPurpose purpose) =>
        purpose switch
        {
            ReadPurpose.CaseHandling => new("Behandle saken", "Behandle sagen", "Handle the case", "Behandle saka"),
            ReadPurpose.AccessRequest => new(
                "Svare på innsyn fra personen selv",
                "Svare på indsigt fra personen selv",
                "Answer the person's own request for access",
                "Svare på innsyn frå personen sjølv"
            ),
            ReadPurpose.Supervision => new("Tilsyn", "Tilsyn", "Supervision"),
            ReadPurpose.Audit => new("Revisjon", "Revision", "Audit"),
            _ => new("Avlevere til arkivet", "Aflevere til arkivet", "Deliver to the archive", "Avlevere til arkivet"),
        };

    public static Phrase Field(string name) => Fields.GetValueOrDefault(name) ?? HistoryWords.Field("case", name);
}
