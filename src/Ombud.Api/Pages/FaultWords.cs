using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>What to do about a fault, for people. What is not known here is said in the words of the API, which are English.</summary>
internal static class FaultWords
{
    public static readonly Phrase ADay = new(
        "Oppgi en dato, som 2023-06-13.",
        "Angiv en dato, som 2023-06-13.",
        "Give a date, such as 2023-06-13.",
        "Oppgi ein dato, som 2023-06-13."
    );
    public static readonly Phrase AMoment = new(
        "Oppgi et tidspunkt, som 2023-06-13T15:00.",
        "Angiv et tidspunkt, som 2023-06-13T15:00.",
        "Give a moment, such as 2023-06-13T15:00.",
        "Oppgi eit tidspunkt, som 2023-06-13T15:00."
    );
    public static readonly Phrase OneOfTheList = new(
        "Velg et av valgene i listen.",
        "Vælg en af mulighederne på listen.",
        "Choose one of those in the list.",
        "Vel eitt av vala i lista."
    );

    public static Phrase Remedy(Fault fault) =>
        fault.Code switch
        {
            "in_the_future" => new(
                "Det som blir kjent da, er ikke kjent ennå. Oppgi et tidspunkt som har vært.",
                "Det, der bliver kendt da, er ikke kendt endnu. Angiv et tidspunkt, der har været.",
                "What will be known then is not known yet. Give a moment up to now.",
                "Det som blir kjent då, er ikkje kjent enno. Oppgi eit tidspunkt som har vore."
            ),
            "unknown_language" => new(
                "Velg nb, nn, da eller en.",
                "Vælg nb, nn, da eller en.",
                "Choose nb, nn, da or en.",
                "Vel nb, nn, da eller en."
            ),
            "unknown_field" => new(
                "Siden tar ikke imot dette. Ta det bort fra adressen.",
                "Siden tager ikke imod dette. Fjern det fra adressen.",
                "This page does not take it. Remove it from the address.",
                "Sida tek ikkje imot dette. Ta det bort frå adressa."
            ),
            "duplicate" => new("Oppgi det én gang.", "Angiv det én gang.", "Give it once.", "Oppgi det éin gong."),
            "before_start" => new(
                "Siste dag er før første dag. Bytt om på dem.",
                "Sidste dag er før første dag. Byt om på dem.",
                "The last day is before the first. Swap them.",
                "Siste dag er før første dag. Byt om på dei."
            ),
            "control_character" => new(
                "Bruk ikke styretegn.",
                "Brug ikke styretegn.",
                "Use no control characters.",
                "Ikkje bruk styreteikn."
            ),
            "municipality-not-configured" => new(
                "Det er ingen slik kommune her. Oppgi en som er satt opp.",
                "Der er ingen sådan kommune her. Angiv en, der er sat op.",
                "There is no such municipality here. Name one that is configured.",
                "Det finst ingen slik kommune her. Oppgi ein som er sett opp."
            ),
            "invalid_value" when fault.Field == "asOf" => AMoment,
            _ when fault.Field == Caller.MunicipalityParameter => new(
                "Oppgi kommunens kode: små bokstaver, tall og bindestrek.",
                "Angiv kommunens kode: små bogstaver, tal og bindestreg.",
                "Give the municipality's code: lower-case letters, digits and hyphens.",
                "Oppgi koden til kommunen: små bokstavar, tal og bindestrek."
            ),
            _ => new(fault.Detail, fault.Detail, fault.Detail),
        };
}
