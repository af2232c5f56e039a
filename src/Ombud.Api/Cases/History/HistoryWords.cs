using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Projections.Figures;

namespace Ombud.Api.Cases.History;

/// <summary>What the page of a case's history says.</summary>
internal static class HistoryWords
{
    public static readonly Phrase Happened = new("Skjedde", "Skete", "Happened", "Hende");
    public static readonly Phrase Recorded = new("Registrert", "Registreret", "Recorded");
    public static readonly Phrase By = new("Av", "Af", "By");
    public static readonly Phrase OnBehalfOf = new("På vegne av", "På vegne af", "On behalf of", "På vegner av");
    public static readonly Phrase Nobody = new("ikke oppgitt", "ikke oplyst", "not given", "ikkje oppgitt");
    public static readonly Phrase Cause = new("Utløst av", "Udløst af", "Caused by", "Utløyst av");
    public static readonly Phrase Imported = new("Innlest fra", "Indlæst fra", "Imported from", "Lesen inn frå");
    public static readonly Phrase Seal = new("Segl", "Segl", "Seal");
    public static readonly Phrase Withdrawn = new("Trukket tilbake ved", "Trukket tilbage ved", "Withdrawn by", "Trekt tilbake ved");
    public static readonly Phrase ReplacedBy = new("I stedet står", "I stedet står", "In its place", "I staden står");
    public static readonly Phrase Withdraws = new("Trekker tilbake", "Trækker tilbage", "Withdraws", "Trekkjer tilbake");
    public static readonly Phrase FollowsFrom = new(
        "Følger av at denne ble trukket tilbake",
        "Følger af at denne blev trukket tilbage",
        "Follows from the withdrawal of",
        "Følgjer av at denne vart trekt tilbake"
    );
    public static readonly Phrase Reason = new("Grunn", "Grund", "Reason");
    public static readonly Phrase Yes = new("ja", "ja", "yes");
    public static readonly Phrase No = new("nei", "nej", "no");
    public static readonly Phrase Keys = new(
        "Enter eller → neste   ← tilbake   q slutt",
        "Enter eller → næste   ← tilbage   q slut",
        "Enter or → next   ← back   q quit"
    );
    public static readonly Phrase[] Columns =
    [
        new("Hva", "Hvad", "What", "Kva"),
        new("Før", "Før", "Before"),
        new("Etter", "Efter", "After"),
    ];

    private static readonly Dictionary<string, Phrase> Events = new()
    {
        ["case_received"] = new("Henvendelse mottatt", "Henvendelse modtaget", "Inquiry received", "Henvending motteken"),
        ["inquiry_described"] = new("Henvendelse beskrevet", "Henvendelse beskrevet", "Inquiry described", "Henvending beskriven"),
        ["inquiry_declined"] = new("Avvist", "Afvist", "Declined"),
        ["inquiry_forwarded"] = new("Videresendt", "Videresendt", "Forwarded", "Vidaresendt"),
        ["handler_assigned"] = new("Tildelt saksbehandler", "Tildelt sagsbehandler", "Handler assigned", "Tildelt saksbehandlar"),
        ["handler_disqualified"] = new("Inhabil saksbehandler", "Inhabil sagsbehandler", "Handler disqualified", "Inhabil saksbehandlar"),
        ["acknowledgement_sent"] = new(
            "Mottaksbekreftelse sendt",
            "Kvittering sendt",
            "Acknowledgement sent",
            "Stadfesting av mottak send"
        ),
        ["first_reply_sent"] = new(
            "Første svar fra ombudet",
            "Første svar fra borgerrådgiveren",
            "First reply of the ombud",
            "Første svar frå ombodet"
        ),
        ["case_assessed"] = new("Henvendelse vurdert", "Henvendelse vurderet", "Inquiry assessed", "Henvending vurdert"),
        ["case_categorized"] = new("Kategorisert", "Kategoriseret", "Categorized"),
        ["handling_reviewed"] = new(
            "Saksbehandlingen gjennomgått",
            "Sagsbehandlingen gennemgået",
            "Handling reviewed",
            "Saksbehandlinga gjennomgått"
        ),
        ["response_requested"] = new("Svar etterspurt", "Svar indhentet", "Response requested"),
        ["request_moved"] = new(
            "Overført til en annen enhet",
            "Overført til en anden enhed",
            "Moved to another unit",
            "Overført til ei anna eining"
        ),
        ["response_received"] = new("Svar mottatt", "Svar modtaget", "Response received", "Svar motteke"),
        ["preliminary_reply_received"] = new(
            "Foreløpig svar mottatt",
            "Underretning om forsinkelse modtaget",
            "Preliminary reply received",
            "Førebels svar motteke"
        ),
        ["reminder_sent"] = new("Purret", "Rykket", "Reminder sent", "Purra"),
        ["deadline_suspended"] = new("Frist stanset", "Frist afbrudt", "Deadline suspended", "Frist stansa"),
        ["deadline_resumed"] = new("Frist løper igjen", "Frist løber igen", "Deadline resumed"),
        ["deadline_extended"] = new("Frist forlenget", "Frist forlænget", "Deadline extended", "Frist forlengd"),
        ["deadline_recomputed"] = new("Frist beregnet på nytt", "Frist beregnet på ny", "Deadline recomputed", "Frist rekna ut på nytt"),
        ["deadline_waived"] = new("Frist frafalt", "Frist frafaldet", "Deadline waived", "Frist fråfallen"),
        ["response_overdue"] = new("Svarfrist oversittet", "Svarfrist overskredet", "Response overdue", "Svarfristen ikkje halden"),
        ["recommendation_linked"] = new(
            "Grunnlag for anbefaling",
            "Grundlag for anbefaling",
            "Basis of a recommendation",
            "Grunnlag for tilråding"
        ),
        ["case_closed"] = new("Avsluttet", "Afsluttet", "Closed", "Avslutta"),
        ["case_reopened"] = new("Gjenåpnet", "Genoptaget", "Reopened", "Gjenopna"),
        ["case_voided"] = new("Annullert", "Annulleret", "Voided"),
        ["case_merged"] = new(
            "Slått sammen med en annen sak",
            "Slået sammen med en anden sag",
            "Merged into another case",
            "Slått saman med ei anna sak"
        ),
        ["duplicate_merged"] = new(
            "En dublett slått sammen med denne",
            "En dublet slået sammen med denne",
            "A duplicate was merged into it",
            "Ein dublett slått saman med denne"
        ),
        ["case_linked"] = new("Knyttet til en annen sak", "Knyttet til en anden sag", "Linked with another case", "Knytt til ei anna sak"),
        ["case_corrected"] = new("Rettet", "Rettet", "Corrected", "Retta"),
        ["entry_withdrawn"] = new("Oppføring trukket tilbake", "Indførsel trukket tilbage", "Entry withdrawn", "Oppføring trekt tilbake"),
        ["note_added"] = new("Notat skrevet", "Notat skrevet", "Note added", "Notat skrive"),
        ["delivered_to_archive"] = new("Avlevert til arkivet", "Afleveret til arkivet", "Delivered to the archive"),
        ["personal_data_erased"] = new(
            "Personopplysninger slettet",
            "Personoplysninger slettet",
            "Personal data erased",
            "Personopplysningar sletta"
        ),
    };

    private static readonly Dictionary<string, Phrase> Fields = new()
    {
        ["number"] = new("Saksnummer", "Sagsnummer", "Number"),
        ["status"] = new("Status", "Status", "Status"),
        ["isCase"] = new("Regnes som sak", "Regnes som sag", "Counts as a case", "Blir rekna som sak"),
        ["receivedOn"] = new("Mottatt", "Modtaget", "Received", "Motteke"),
        ["receivedAt"] = new("Mottatt klokken", "Modtaget klokken", "Received at", "Motteke klokka"),
        ["channel"] = new("Kanal", "Kanal", "Channel"),
        ["referralSource"] = new("Henvisningskilde", "Henvisningskilde", "Referral source", "Tilvisingskjelde"),
        ["inquiryType"] = new("Type henvendelse", "Henvendelsestype", "Type of inquiry", "Type henvending"),
        ["anonymous"] = new("Anonym", "Anonym", "Anonymous"),
        ["powerOfAttorneySeen"] = new("Fullmakt sett", "Fuldmagt set", "Power of attorney seen"),
        ["declinedOn"] = new("Avvist", "Afvist", "Declined"),
        ["declineReason"] = new("Grunn til avvisning", "Afvisningsgrund", "Reason for declining", "Grunn til avvising"),
        ["forwardings"] = new("Videresendt", "Videresendt", "Forwarded", "Vidaresendt"),
        ["recipient"] = new("til", "til", "to"),
        ["forwardedOn"] = new("dato", "dato", "on"),
        ["handler"] = new("Saksbehandler", "Sagsbehandler", "Handler", "Saksbehandlar"),
        ["disqualified"] = new("Inhabile", "Inhabile", "Disqualified"),
        ["acknowledgedOn"] = new("Mottak bekreftet", "Kvitteret", "Acknowledged", "Mottak stadfesta"),
        ["firstRepliedOn"] = new("Første svar", "Første svar", "First reply"),
        ["withinMandate"] = new("Innenfor mandatet", "Inden for mandatet", "Within the mandate", "Innanfor mandatet"),
        ["requiresResponse"] = new("Krever tilbakemelding", "Kræver tilbagemelding", "Requires a response", "Krev tilbakemelding"),
        ["serviceArea"] = new("Tjenesteområde", "Serviceområde", "Service area", "Tenesteområde"),
        ["matters"] = new("Forhold", "Klageforhold", "Matters"),
        ["units"] = new("Enheter", "Enheder", "Units", "Einingar"),
        ["unit"] = new("Enhet", "Enhed", "Unit", "Eining"),
        ["formerUnits"] = new("tidligere enhet", "tidligere enhed", "former unit", "tidlegare eining"),
        ["movedOn"] = new("overført", "overført", "moved"),
        ["handlingReviewedOn"] = new(
            "Saksbehandlingen gjennomgått",
            "Sagsbehandlingen gennemgået",
            "Handling reviewed",
            "Saksbehandlinga gjennomgått"
        ),
        ["responseRequests"] = new("Svar", "Svar", "Response"),
        ["recommendations"] = new("Anbefalinger", "Anbefalinger", "Recommendations", "Tilrådingar"),
        ["mergedIntoId"] = new("Slått sammen med", "Slået sammen med", "Merged into", "Slått saman med"),
        ["duplicates"] = new("Dubletter", "Dubletter", "Duplicates", "Dublettar"),
        ["sameMatter"] = new("Gjelder det samme", "Angår det samme", "Same matter", "Gjeld det same"),
        ["personId"] = new("Person", "Person", "Person"),
        ["deliveredToArchiveOn"] = new("Avlevert til arkiv", "Afleveret til arkiv", "Delivered to the archive"),
        ["erasedOn"] = new("Personopplysninger slettet", "Personoplysninger slettet", "Personal data erased", "Personopplysningar sletta"),
        ["preliminaryReplies"] = new("foreløpig svar", "underretning", "preliminary reply", "førebels svar"),
        ["expectedOn"] = new("ventet", "ventet", "expected", "venta"),
        ["closedOn"] = new("Avsluttet", "Afsluttet", "Closed", "Avslutta"),
        ["openedOn"] = new("Åpnet", "Åbnet", "Opened", "Opna"),
        ["outcome"] = new("Utfall", "Udfald", "Outcome"),
        ["openPeriods"] = new("Åpen periode", "Åben periode", "Open period", "Open periode"),
        ["recomputable"] = new(
            "Frist fra den gamle dagen",
            "Frist fra den gamle dag",
            "Deadline from the old day",
            "Frist frå den gamle dagen"
        ),
        ["wouldBeDueOn"] = new("fra den nye", "fra den nye", "from the new one", "frå den nye"),
        ["alsoMovedBy"] = new("flyttes også av", "flyttes også af", "also moved by", "blir òg flytta av"),
        ["requestedOn"] = new("etterspurt", "indhentet", "requested"),
        ["result"] = new("resultat", "resultat", "result"),
        ["respondedOn"] = new("besvart", "besvaret", "responded", "svart på"),
        ["deadline"] = new("frist", "frist", "deadline"),
        ["rule"] = new("regel", "regel", "rule"),
        ["ruleVersion"] = new("regelversjon", "regelversion", "rule version"),
        ["kind"] = new("slag", "art", "kind"),
        ["startsOn"] = new("løper fra", "løber fra", "runs from", "løper frå"),
        ["term"] = new("lengde", "længde", "term", "lengd"),
        ["dueOn"] = new("siste dag", "sidste dag", "last day"),
        ["rawDueOn"] = new("før flytting", "før flytning", "before it is moved"),
        ["communicatedDueOn"] = new("meddelt siste dag", "meddelt sidste dag", "communicated last day", "meldt siste dag"),
        ["endsAt"] = new("utløper", "udløber", "ends at", "går ut"),
        ["reminders"] = new("purringer", "rykkere", "reminders", "purringar"),
        ["pauses"] = new("stans", "afbrydelse", "pause"),
        ["reason"] = new("grunn", "grund", "reason"),
    };

    public static Phrase Title(string name) =>
        new($"Sakens historie: {name}", $"Sagens historie: {name}", $"History of the case: {name}", $"Historia til saka: {name}");

    public static Phrase Intro(int own, int others) =>
        others == 0
            ? new(
                $"{own} hendelser, i den rekkefølgen de ble registrert. Hver er forseglet med den foregående.",
                $"{own} hændelser i den rækkefølge, de blev registreret. Hver er forseglet med den foregående.",
                $"{own} events in the order in which they were recorded. Each is sealed with the one before.",
                $"{own} hendingar, i den rekkjefølgja dei vart registrerte. Kvar er forsegla med den føregåande."
            )
            : new(
                $"{own} hendelser i saken, og {others} i anbefalinger, tiltak og beslutninger som gjelder den, i den "
                    + "rekkefølgen de ble registrert. Hver er forseglet med den foregående i samme forløp.",
                $"{own} hændelser i sagen og {others} i anbefalinger, tiltag og beslutninger, der vedrører den, i den "
                    + "rækkefølge, de blev registreret. Hver er forseglet med den foregående i samme forløb.",
                $"{own} events of the case, and {others} of recommendations, measures and decisions that touch it, in the "
                    + "order in which they were recorded. Each is sealed with the one before it in its own history.",
                $"{own} hendingar i saka, og {others} i tilrådingar, tiltak og avgjerder som gjeld ho, i den "
                    + "rekkjefølgja dei vart registrerte. Kvar er forsegla med den føregåande i same forløp."
            );

    public static Phrase Result(ResponseResult result) =>
        result switch
        {
            ResponseResult.Upheld => new("medhold", "medhold", "upheld", "medhald"),
            ResponseResult.PartlyUpheld => new("delvis medhold", "delvist medhold", "partly upheld", "delvis medhald"),
            _ => new("ikke medhold", "ikke medhold", "not upheld", "ikkje medhald"),
        };

    public static Phrase? Status(string code) =>
        code switch
        {
            "open" => new("åpen", "åben", "open", "open"),
            "closed" => new("avsluttet", "afsluttet", "closed", "avslutta"),
            "voided" => new("annullert", "annulleret", "voided"),
            _ => null,
        };

    /// <summary>An event of a later version is called by its stored name.</summary>
    public static Phrase Event(string type) =>
        Events.GetValueOrDefault(type) ?? FollowUpHistoryWords.Events.GetValueOrDefault(type) ?? new(type, type, type);

    public static Phrase Kind(string kind) => FollowUpHistoryWords.Kinds.GetValueOrDefault(kind) ?? new(kind, kind, kind);

    /// <summary>What has no words of its own is called as the API calls it.</summary>
    /// <param name="kind">The kind of stream that it is a field of.</param>
    public static Phrase Field(string kind, string name) =>
        (kind == "case" ? Fields.GetValueOrDefault(name) : null)
        ?? FollowUpHistoryWords.Fields.GetValueOrDefault(name)
        ?? Fields.GetValueOrDefault(name)
        ?? Dimensions.OfRegister(name)?.Label
        ?? new(name, name, name);
}
