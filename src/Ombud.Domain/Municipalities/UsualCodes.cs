namespace Ombud.Domain.Municipalities;

/// <summary>The lists of a municipality that has not given its own: those that offices in Norway and Denmark report by.</summary>
internal static class UsualCodes
{
    public static readonly IReadOnlyList<Code> InquiryTypes =
    [
        new("complaint", "Klage", "Klage", "Complaint"),
        new("guidance", "Veiledning", "Vejledning", "Guidance"),
        new("signposting", "Veivisning", "Vejvisning", "Signposting"),
        new("consultative", "Konsultativ bistand", "Konsultativ bistand", "Consultative assistance"),
        new("own_initiative", "Eget initiativ", "Egen drift", "Own initiative"),
        new("observer", "Observatør", "Bisidder eller observatør", "Observer"),
    ];

    public static readonly IReadOnlyList<Code> DeclineReasons =
    [
        new("outside_mandate", "Utenfor mandatet", "Uden for mandatet", "Outside the mandate"),
        new("other_appeal_body", "Annen klageinstans", "Anden klageinstans", "Another body of appeal"),
        new("political_level", "Avgjort politisk", "Politisk besluttet", "Decided at the political level"),
        new("personnel", "Personalsak", "Personalesag", "A matter of personnel"),
        new("too_old", "For gammel", "For gammel", "Too old"),
        new(
            "not_tried_department",
            "Ikke tatt opp med enheten først",
            "Ikke rejst over for forvaltningen først",
            "Not raised with the unit first"
        ),
        new("anonymous_not_possible", "Kan ikke behandles anonymt", "Kan ikke behandles anonymt", "Cannot be handled anonymously"),
        new("duplicate", "Allerede behandlet", "Allerede behandlet", "Handled already"),
    ];

    public static readonly IReadOnlyList<Code> Recipients =
    [
        new("unit", "Enhet i kommunen", "Afdeling i kommunen", "A unit of the municipality"),
        new("appeal_body", "Klageinstans", "Klageinstans", "A body of appeal"),
        new("state_supervision", "Statsforvalteren", "Ankestyrelsen", "State supervision of municipalities"),
        new("parliamentary_ombudsman", "Sivilombudet", "Folketingets Ombudsmand", "The parliamentary ombudsman"),
        new("legal_aid", "Rettshjelp", "Retshjælp", "Legal aid"),
        new("voluntary_organisation", "Frivillig organisasjon", "Frivillig organisation", "A voluntary organisation"),
        new("other", "Andre", "Andre", "Others"),
    ];

    /// <summary>
    /// Their nynorsk, where it is not the same as bokmål. It is no part of them: a list that was configured as it was read, before there
    /// was nynorsk, would else have changed by it.
    /// </summary>
    private static readonly Dictionary<(string Value, string Nb), string> Nynorsk = new()
    {
        [("guidance", "Veiledning")] = "Rettleiing",
        [("signposting", "Veivisning")] = "Vegvising",
        [("outside_mandate", "Utenfor mandatet")] = "Utanfor mandatet",
        [("other_appeal_body", "Annen klageinstans")] = "Annan klageinstans",
        [("too_old", "For gammel")] = "For gammal",
        [("not_tried_department", "Ikke tatt opp med enheten først")] = "Ikkje teke opp med eininga først",
        [("anonymous_not_possible", "Kan ikke behandles anonymt")] = "Kan ikkje behandlast anonymt",
        [("duplicate", "Allerede behandlet")] = "Alt behandla",
        [("unit", "Enhet i kommunen")] = "Eining i kommunen",
        [("state_supervision", "Statsforvalteren")] = "Statsforvaltaren",
        [("parliamentary_ombudsman", "Sivilombudet")] = "Sivilombodet",
    };

    /// <summary>The nynorsk of a code that reads as one of these; null for any other.</summary>
    public static string? NynorskOf(Code code) => Nynorsk.GetValueOrDefault((code.Value, code.Nb));
}
