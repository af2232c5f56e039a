using Ombud.Domain;

namespace Ombud.Api.Reports.Documents;

/// <summary>What a report says of its figures.</summary>
internal static class ReportTexts
{
    public static readonly Phrase Inquiry = new(
        "Alt som er mottatt i perioden og ikke annullert.",
        "Alt, der er modtaget i perioden og ikke annulleret.",
        "All that was received in the period and not voided.",
        "Alt som er motteke i perioden og ikkje annullert."
    );
    public static readonly Phrase Case = new(
        "En sak er en henvendelse som faller inn under ombudets mandat og krever tilbakemelding fra ombudet.",
        "En sag er en henvendelse, der falder inden for borgerrådgiverens mandat og kræver svar fra borgerrådgiveren.",
        "A case is an inquiry that is within the ombud's mandate and requires a response from the ombud.",
        "Ei sak er ei henvending som fell inn under mandatet til ombodet og krev tilbakemelding frå ombodet."
    );
    public static readonly Phrase Matter = new(
        "Et forhold er noe en sak gjelder. En sak kan gjelde flere.",
        "Et klageforhold er noget, en sag handler om. En sag kan handle om flere.",
        "A matter is something that a case is about. A case may be about several.",
        "Eit forhold er noko ei sak gjeld. Ei sak kan gjelde fleire."
    );
    public static readonly Phrase ThreeCounts = new(
        "Henvendelser, saker og forhold er tre forskjellige tall og legges aldri sammen.",
        "Henvendelser, sager og klageforhold er tre forskellige tal og lægges aldrig sammen.",
        "Inquiries, cases and matters are three different counts and are never added up.",
        "Henvendingar, saker og forhold er tre ulike tal og blir aldri lagde saman."
    );
    public static readonly Phrase Person = new(
        "En person er talt én gang, uansett hvor mange henvendelser og saker det ble. Der ingen vet hvem det er, er ingen talt.",
        "En person er talt én gang, uanset hvor mange henvendelser og sager det blev. Hvor ingen ved, hvem det er, er ingen talt.",
        "A person is counted once, however many inquiries and cases they have. Where nobody knows who it is, nobody is counted.",
        "Ein person er talt éin gong, uansett kor mange henvendingar og saker det vart. Der ingen veit kven det er, er ingen talt."
    );
    public static readonly Phrase FourCounts = new(
        "Henvendelser, saker, forhold og personer er fire forskjellige tall og legges aldri sammen.",
        "Henvendelser, sager, klageforhold og personer er fire forskellige tal og lægges aldrig sammen.",
        "Inquiries, cases, matters and people are four different counts and are never added up.",
        "Henvendingar, saker, forhold og personar er fire ulike tal og blir aldri lagde saman."
    );

    /// <param name="inquiries">As it is written; a sign where it is not shown.</param>
    public static Phrase OfUnknown(string inquiries) =>
        new(
            $"Henvendelser fra ukjente, som ingen person er talt for: {inquiries}.",
            $"Henvendelser fra ukendte, som ingen person er talt for: {inquiries}.",
            $"Inquiries of unknown people, for whom no person is counted: {inquiries}.",
            $"Henvendingar frå ukjende, som ingen person er talt for: {inquiries}."
        );

    public static readonly Phrase Flow = new(
        "Åpne ved starten + mottatt + gjenåpnet − avsluttet = åpne ved slutten.",
        "Åbne ved starten + modtaget + genoptaget − afsluttet = åbne ved slutningen.",
        "Open at the start + received + reopened − closed = open at the end.",
        "Opne ved starten + motteke + gjenopna − avslutta = opne ved slutten."
    );

    public static readonly Phrase AllInquiries = new(
        "Alt som kom inn, også det som ligger utenfor mandatet, ble avvist eller bare trengte et svar der og da.",
        "Alt, der kom ind, også det, der ligger uden for mandatet, blev afvist eller kun krævede et svar på stedet.",
        "All that came in, also what is outside the mandate, was declined, or needed no more than an answer at once.",
        "Alt som kom inn, også det som ligg utanfor mandatet, vart avvist eller berre trong eit svar der og då."
    );
    public static readonly Phrase NoInquiries = new(
        "Ingen henvendelser ble mottatt i perioden.",
        "Ingen henvendelser blev modtaget i perioden.",
        "No inquiries were received in the period.",
        "Ingen henvendingar vart mottekne i perioden."
    );
    public static readonly Phrase NoneDeclined = new(
        "Ingen av dem ble avvist.",
        "Ingen af dem blev afvist.",
        "None of them was declined.",
        "Ingen av dei vart avviste."
    );

    public static readonly Phrase LeadingUnit = new(
        "Hver sak er telt én gang, under enheten som leder behandlingen av den.",
        "Hver sag er talt én gang, under den enhed, der leder behandlingen af den.",
        "Each case is counted once, under the unit that leads its handling.",
        "Kvar sak er talt éin gong, under eininga som leier behandlinga av ho."
    );
    public static readonly Phrase OpenByAge = new(
        "Sakene som sto åpne ved slutten av perioden, etter kalenderdager siden de ble mottatt.",
        "De sager, der stod åbne ved slutningen af perioden, efter kalenderdage siden modtagelsen.",
        "The cases that were open as the period ended, by calendar days since their receipt.",
        "Sakene som stod opne ved slutten av perioden, etter kalenderdagar sidan dei vart mottekne."
    );
    public static readonly Phrase NoOpenCases = new(
        "Ingen saker sto åpne ved slutten av perioden.",
        "Ingen sager stod åbne ved slutningen af perioden.",
        "No cases were open as the period ended.",
        "Ingen saker stod opne ved slutten av perioden."
    );
    public static readonly Phrase OwnReplies = new(
        "Henvendelsene som ble mottatt i perioden, mot ombudets egne mål. Kommunens svar er ikke med her.",
        "De henvendelser, der blev modtaget i perioden, mod borgerrådgiverens egne mål. Forvaltningens svar er ikke med her.",
        "The inquiries received in the period, against the ombud's own targets. The administration's responses are not among them.",
        "Henvendingane som vart mottekne i perioden, mot måla til ombodet sjølv. Svar frå kommunen er ikkje med her."
    );

    public static readonly Phrase OneArea = new(
        "Hver sak hører til ett område.",
        "Hver sag hører til ét område.",
        "Each case belongs to one area.",
        "Kvar sak høyrer til eitt område."
    );
    public static readonly Phrase Closings = new(
        "Det er avslutningene i perioden som er telt: en sak som ble gjenåpnet og avsluttet igjen, står to ganger.",
        "Det er afslutningerne i perioden, der er talt: en sag, der blev genoptaget og afsluttet igen, står to gange.",
        "Closings of the period are counted: a case that was reopened and closed again stands twice.",
        "Det er avslutningane i perioden som er talde: ei sak som vart gjenopna og avslutta igjen, står to gonger."
    );
    public static readonly Phrase NoClosings = new(
        "Ingen saker ble avsluttet i perioden.",
        "Ingen sager blev afsluttet i perioden.",
        "No cases were closed in the period.",
        "Ingen saker vart avslutta i perioden."
    );

    public static Phrase NotRecorded(Phrase by) =>
        new(
            $"{by.Nb}: ikke oppgitt for noen.",
            $"{by.Da}: ikke oplyst for nogen.",
            $"{by.En}: not recorded for any.",
            $"{by.Nn}: ikkje oppgitt for nokon."
        );

    public static readonly Phrase NoCases = new(
        "Ingen saker ble mottatt i perioden.",
        "Ingen sager blev modtaget i perioden.",
        "No cases were received in the period.",
        "Ingen saker vart mottekne i perioden."
    );
    public static readonly Phrase ProcessingTime = new(
        "Kalenderdager fra saken ble mottatt til den ble avsluttet, for avslutningene i perioden.",
        "Kalenderdage fra sagen blev modtaget, til den blev afsluttet, for afslutningerne i perioden.",
        "Calendar days from receipt to closing, over the closings of the period.",
        "Kalenderdagar frå saka vart motteken til ho vart avslutta, for avslutningane i perioden."
    );
    public static readonly Phrase NetProcessingTime = new(
        "Tid åpen, uten pauser, er de samme dagene uten dem da saken var lukket før den ble gjenåpnet, og uten dem da en frist sto stille.",
        "Tid åben, uden pauser, er de samme dage uden dem, hvor sagen var lukket, før den blev genoptaget, og uden dem, hvor en frist stod "
            + "stille.",
        "Time open, without pauses, leaves out the days on which the case was closed before it was reopened, and those on which a "
            + "deadline stood still.",
        "Tid open, utan pausar, er dei same dagane utan dei då saka var lukka før ho vart gjenopna, og utan dei då ein frist stod stille."
    );

    public static readonly Phrase Responding = new(
        "Kommunens svar til innbyggerne og til ombudet. Dagene regnes fra fristen begynte å løpe, eller fra det ble bedt om "
            + "svar der det ikke er noen frist, for svarene i perioden.",
        "Forvaltningens svar til borgerne og til borgerrådgiveren. Dagene regnes fra fristen begyndte at løbe, eller fra der "
            + "blev bedt om svar, hvor der ikke er nogen frist, for svarene i perioden.",
        "The administration's responses to the inhabitants and to the ombud. Days are from when the deadline began to run, or "
            + "from the request where there is none, over the responses of the period.",
        "Svar frå kommunen til innbyggjarane og til ombodet. Dagane er rekna frå fristen byrja å løpe, eller frå det vart bede om "
            + "svar der det ikkje er nokon frist, for svara i perioden."
    );
    public static readonly Phrase NoResponses = new(
        "Kommunen ga ingen svar i perioden.",
        "Forvaltningen gav ingen svar i perioden.",
        "The administration gave no responses in the period.",
        "Kommunen gav ingen svar i perioden."
    );
    public static readonly Phrase Deadlines = new(
        "Fristene som ble oppfylt i perioden, eller som sto åpne ved slutten av den. «Ikke svart»: siste dag var omme uten "
            + "svar. «Løper ennå»: siste dag var ikke omme, eller fristen sto stille.",
        "De frister, der blev opfyldt i perioden, eller som stod åbne ved slutningen af den. »Ikke besvaret«: sidste dag var "
            + "omme uden svar. »Løber endnu«: sidste dag var ikke omme, eller fristen stod stille.",
        "The deadlines that were met in the period or unmet at its end. “Not answered”: the last day had ended without a "
            + "response. “Still running”: the last day had not ended, or the deadline stood still.",
        "Fristane som vart oppfylte i perioden, eller som stod opne ved slutten av han. «Ikkje svart»: siste dag var omme utan "
            + "svar. «Løper enno»: siste dag var ikkje omme, eller fristen stod stille."
    );
    public static readonly Phrase NoDeadlines = new(
        "Ingen frister ble oppfylt i perioden eller sto åpne ved slutten av den.",
        "Ingen frister blev opfyldt i perioden eller stod åbne ved slutningen af den.",
        "No deadlines were met in the period or unmet at its end.",
        "Ingen fristar vart oppfylte i perioden eller stod opne ved slutten av han."
    );
    public static readonly Phrase Statutory = new(
        "Loven setter fristen. Brudd er for sent og ikke svart til sammen.",
        "Loven sætter fristen. Brud er for sent og ikke besvaret tilsammen.",
        "The law sets the term. Breaches are late and not answered together.",
        "Lova set fristen. Brot er for seint og ikkje svart til saman."
    );
    public static readonly Phrase Norms = new(
        "At de oversittes, er ikke i seg selv et lovbrudd.",
        "At de overskrides, er ikke i sig selv et lovbrud.",
        "Missing them is not itself a breach of law.",
        "At dei ikkje blir haldne, er ikkje i seg sjølv lovbrot."
    );
    public static readonly Phrase Ranking = new(
        "Plass etter andelen frister som ble oppfylt i tide. Enheter der færre enn fem frister var omme, får ingen plass (–): "
            + "det er for få til å sammenligne.",
        "Plads efter andelen af frister, der blev opfyldt rettidigt. Enheder, hvor færre end fem frister var omme, får ingen "
            + "plads (–): det er for få til at sammenligne.",
        "Rank by the share of deadlines met in time. Units where fewer than five had come to their end have none (–): too few to compare.",
        "Plass etter andelen fristar som vart oppfylte i tide. Einingar der færre enn fem fristar var omme, får ingen plass (–): "
            + "det er for få til å samanlikne."
    );

    public static readonly Phrase Rounded = new(
        "Hver prosent er avrundet for seg til én desimal; de blir ikke justert til 100.",
        "Hver procent er afrundet for sig til én decimal; de justeres ikke til 100.",
        "Each percentage is rounded by itself to one decimal; they are not adjusted to 100.",
        "Kvar prosent er avrunda for seg til éin desimal; dei blir ikkje justerte til 100."
    );
    public static readonly Phrase Signs = new(
        "– betyr at det ikke finnes noe tall, for eksempel en prosent av null.",
        "– betyder, at der ikke findes noget tal, for eksempel en procent af nul.",
        "– means that there is no figure, such as a percentage of nothing.",
        "– tyder at det ikkje finst noko tal, til dømes ein prosent av null."
    );
    public static readonly Phrase Knowledge = new(
        "Rapporten viser det som var registrert på tidspunktet over. Det som ble registrert eller rettet senere, er ikke med.",
        "Beretningen viser det, der var registreret på tidspunktet ovenfor. Det, der er registreret eller rettet senere, er ikke med.",
        "The report shows what was on record at the moment above. What was recorded or corrected later is not in it.",
        "Rapporten viser det som var registrert på tidspunktet over. Det som vart registrert eller retta seinare, er ikkje med."
    );
    public static readonly Phrase Digest = new(
        "Avtrykket er av tallene i rapporten som kanonisk JSON (RFC 8785). Har to rapporter samme avtrykk, sier de det samme.",
        "Aftrykket er af tallene i beretningen som kanonisk JSON (RFC 8785). Har to beretninger samme aftryk, siger de det samme.",
        "The digest is of the report's figures as canonical JSON (RFC 8785). Two reports with the same digest say the same.",
        "Avtrykket er av tala i rapporten som kanonisk JSON (RFC 8785). Har to rapportar same avtrykk, seier dei det same."
    );
    public static readonly Phrase AllShown = new("Alle tall er vist.", "Alle tal er vist.", "All figures are shown.", "Alle tal er viste.");

    /// <param name="table">What the table is called.</param>
    public static Phrase NothingIn(Phrase table) =>
        new(
            $"{table.Nb}: ingenting er registrert i perioden.",
            $"{table.Da}: der er ikke registreret noget i perioden.",
            $"{table.En}: nothing is on record in the period.",
            $"{table.Nn}: ingenting er registrert i perioden."
        );

    /// <param name="before">What the earlier period is called.</param>
    public static Phrase Beside(Phrase before)
    {
        var words = before.InSentence;
        return new(
            $"Sammenlignet med {words.Nb}",
            $"Sammenlignet med {words.Da}",
            $"Compared with {words.En}",
            $"Samanlikna med {words.Nn}"
        );
    }

    /// <param name="before">What the earlier period is called.</param>
    public static Phrase NothingBeside(Phrase before)
    {
        var words = before.InSentence;
        return new(
            $"Ingenting er registrert, verken i denne perioden eller {words.Nb}.",
            $"Der er ikke registreret noget, hverken i denne periode eller {words.Da}.",
            $"Nothing is on record, neither in this period nor in {words.En}.",
            $"Ingenting er registrert, verken i denne perioden eller {words.Nn}."
        );
    }

    /// <param name="counted">What is counted, as a heading has it.</param>
    public static Phrase PercentOf(string count, Phrase counted)
    {
        var words = counted.InSentence;
        return new(
            $"Andel av {count} {words.Nb}, hver avrundet for seg: summen trenger ikke bli 100.",
            $"Andel af {count} {words.Da}, hver afrundet for sig: summen behøver ikke blive 100.",
            $"Percent of {count} {words.En}, each rounded by itself, so they need not add up to 100.",
            $"Andel av {count} {words.Nn}, kvar avrunda for seg: summen treng ikkje bli 100."
        );
    }

    public static Phrase InSeveralRows(string count, Phrase counted) =>
        new(
            $"Andel av {count} {counted.InSentence.Nb}. En sak kan stå i flere rader, så tallene blir til sammen flere.",
            $"Andel af {count} {counted.InSentence.Da}. En sag kan stå i flere rækker, så tallene bliver tilsammen flere.",
            $"Percent of {count} {counted.InSentence.En}. A case may stand in several rows, so the counts add up to more.",
            $"Andel av {count} {counted.InSentence.Nn}. Ei sak kan stå i fleire rader, så tala blir til saman fleire."
        );

    public static Phrase SeveralMatters(string matters, string cases) =>
        new(
            $"{matters} forhold i {cases} saker: en sak kan gjelde flere, så sakene i tabellen blir til sammen flere enn "
                + $"{cases}. Andelene er avrundet hver for seg.",
            $"{matters} klageforhold i {cases} sager: en sag kan handle om flere, så sagerne i tabellen bliver tilsammen "
                + $"flere end {cases}. Andelene er afrundet hver for sig.",
            $"{matters} matters in {cases} cases: a case may be about several, so the cases in the table add up to more than "
                + $"{cases}. Shares are rounded each by itself.",
            $"{matters} forhold i {cases} saker: ei sak kan gjelde fleire, så sakene i tabellen blir til saman fleire enn "
                + $"{cases}. Andelane er avrunda kvar for seg."
        );

    public static Phrase AreaByMatter(string cases) =>
        new(
            $"Tallene er saker, av {cases} i alt. En sak med to forhold står i to kolonner, så bortover blir tallene ikke "
                + "områdets saker; nedover blir de til sammen forholdets.",
            $"Tallene er sager, af {cases} i alt. En sag med to klageforhold står i to kolonner, så hen ad rækken giver "
                + "tallene ikke områdets sager; ned ad kolonnen giver de tilsammen klageforholdets.",
            $"Figures are cases, of {cases} in all. A case with two matters stands in two columns, so a row does not add up "
                + "to the area's cases; a column adds up to the matter's cases.",
            $"Tala er saker, av {cases} i alt. Ei sak med to forhold står i to kolonnar, så bortover blir tala ikkje "
                + "sakene til området; nedover blir dei til saman sakene til forholdet."
        );

    public static Phrase UnitByMatter(string cases) =>
        new(
            $"Tallene er saker, av {cases} i alt, under enheten som leder. En sak med to forhold står i to kolonner, så bortover blir "
                + "tallene ikke enhetens saker; nedover blir de til sammen forholdets.",
            $"Tallene er sager, af {cases} i alt, under den enhed, der leder. En sag med to klageforhold står i to kolonner, så hen ad "
                + "rækken giver tallene ikke enhedens sager; ned ad kolonnen giver de tilsammen klageforholdets.",
            $"Figures are cases, of {cases} in all, under the unit that leads. A case with two matters stands in two columns, so a row "
                + "does not add up to the unit's cases; a column adds up to the matter's cases.",
            $"Tala er saker, av {cases} i alt, under eininga som leier. Ei sak med to forhold står i to kolonnar, så bortover blir "
                + "tala ikkje sakene til eininga; nedover blir dei til saman sakene til forholdet."
        );

    public static Phrase UpTo(string day) =>
        new(
            $"Det er telt til og med {day}.",
            $"Der er talt til og med {day}.",
            $"Counted up to and including {day}.",
            $"Det er talt til og med {day}."
        );

    public static Phrase LastMonth(string month, string day) =>
        new(
            $"* {month} er telt til og med {day}.",
            $"* {month} er talt til og med {day}.",
            $"* {month} is counted up to and including {day}.",
            $"* {month} er talt til og med {day}."
        );

    public static Phrase Compared(string now, string before) =>
        new(
            $"{now} ved siden av {before}, slik begge var registrert på samme tidspunkt.",
            $"{now} ved siden af {before}, som begge var registreret på samme tidspunkt.",
            $"{now} beside {before}, both as on record at the same moment.",
            $"{now} ved sida av {before}, slik begge var registrerte på same tidspunkt."
        );

    /// <summary>Codes that took the place of others, beside those.</summary>
    public static Phrase InPlaceOf(string now, string before) =>
        new($"{now} (før: {before})", $"{now} (før: {before})", $"{now} (before: {before})");

    public static Phrase Merged(int areas) =>
        new(
            $"I tabellen etter område og forhold er {areas} områder med små tall slått sammen til én rad, så færre tall må skjules.",
            $"I tabellen efter område og klageforhold er {areas} områder med små tal lagt sammen i én række, så færre tal må skjules.",
            $"In the table by area and matter, {areas} areas with small counts share one row, so that fewer figures must be hidden.",
            $"I tabellen etter område og forhold er {areas} område med små tal slått saman til éi rad, så færre tal må skjulast."
        );

    /// <param name="minimum">The smallest count that is shown.</param>
    public static Phrase HidingPolicy(int minimum) =>
        new(
            $"Antall under {minimum} vises ikke",
            $"Antal under {minimum} vises ikke",
            $"Counts below {minimum} are not shown",
            $"Antal under {minimum} er ikkje viste"
        );

    public static Phrase Hidden(int minimum, int figures) =>
        new(
            $"Kolon (:) står der et tall ikke vises. Antall fra 1 til {minimum - 1} skjules, så ingen kan kjennes igjen, og "
                + $"med dem de tallene som ville røpet dem. {figures} tall er skjult. Null vises.",
            $"Kolon (:) står, hvor et tal ikke vises. Antal fra 1 til {minimum - 1} skjules, så ingen kan genkendes, og med "
                + $"dem de tal, der ville røbe dem. {figures} tal er skjult. Nul vises.",
            $"A colon (:) stands where a figure is not shown. Counts from 1 to {minimum - 1} are hidden so that nobody can be "
                + $"recognised, and with them the figures that would give them away. Figures hidden: {figures}. Zero is shown.",
            $"Kolon (:) står der eit tal ikkje er vist. Antal frå 1 til {minimum - 1} er skjulte, så ingen kan kjennast igjen, og "
                + $"med dei tala som ville røpt dei. {figures} tal er skjulte. Null er vist."
        );
}
