using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>
/// The rules of Norwegian and Danish law, and of the ombud's own practice, that come with Ombud. A municipality adds its own.
/// </summary>
public static class LawRules
{
    private static readonly DayClass[] Holidays = [DayClass.Holiday];
    private static readonly DayClass[] HolidaysAndClosingDays = [DayClass.Holiday, DayClass.ClosingDay];

    /// <summary>Forvaltningslovforskriften § 39; the wording of its predecessor of 2000 is assumed.</summary>
    private static readonly PauseReason[] AllReasons = Enum.GetValues<PauseReason>();

    private static readonly Uncertainty NewAct = new(
        new("paragrafene", "paragrafferne", "the sections", "paragrafane"),
        new(
            "Ny forvaltningslov (lov 20. juni 2025 nr. 81) er vedtatt, men ikke satt i kraft; paragrafene blir da andre.",
            "En ny norsk forvaltningslov (lov 20. juni 2025 nr. 81) er vedtaget, men ikke trådt i kraft; paragrafferne bliver da andre.",
            "A new Norwegian Public Administration Act (20 June 2025 no. 81) is passed but not in force; its sections will differ.",
            "Ny forvaltningslov (lov 20. juni 2025 nr. 81) er vedteken, men ikkje sett i kraft; paragrafane blir då andre."
        )
    );

    private static readonly Uncertainty Letters2026 = new(
        new(
            "om et brev fortsatt regnes som mottatt etter seks virkedager",
            "om et brev fortsat anses for modtaget efter seks hverdage",
            "whether a letter still counts as received after six weekdays",
            "om eit brev framleis blir rekna som motteke etter seks virkedagar"
        ),
        new(
            "Alminnelig brevpost opphørte ved utgangen av 2025; det er antatt.",
            "Almindelig brevpost ophørte med udgangen af 2025; det er antaget.",
            "Ordinary letter post ended with 2025; it is assumed.",
            "Alminneleg brevpost tok slutt ved utgangen av 2025; det er lagt til grunn."
        )
    );

    private static readonly DeadlineRule PreliminaryReply = new(
        "NO.fvl.11a.preliminary-reply",
        1,
        "NO",
        DeadlineKind.Statutory,
        new(1, TermUnit.Months),
        StartRule.Receipt,
        TimelinessTest.Dispatched,
        Holidays,
        new(
            "Svar eller foreløpig svar i saker om enkeltvedtak",
            "Svar eller foreløbigt svar i afgørelsessager",
            "Answer or preliminary reply in matters of individual decisions",
            "Svar eller førebels svar i saker om enkeltvedtak"
        ),
        "forvaltningsloven (1967) § 11 a tredje ledd",
        "https://lovdata.no/lov/1967-02-10/§11a"
    )
    {
        NoticeSuffices = true,
        Uncertain = NewAct,
    };

    private static readonly DeadlineRule Appeal4Weeks = new(
        "DK.appeal.4w",
        1,
        "DK",
        DeadlineKind.Statutory,
        new(4, TermUnit.Weeks),
        StartRule.Availability,
        TimelinessTest.Received,
        Holidays,
        new(
            "Klage der loven gir fire uker",
            "Klage hvor loven giver fire uger",
            "Appeal where the law gives four weeks",
            "Klage der lova gir fire veker"
        ),
        "klagefrist på 4 uger; VEJ nr. 9533 af 26. juni 2018",
        "https://www.retsinformation.dk/eli/retsinfo/2018/9533"
    )
    {
        UnsettledDays = SpecialDays.Unsettled,
    };

    public static IReadOnlyList<DeadlineRule> All { get; } =
    [
        PreliminaryReply,
        // Drammen's finding of 2023 is about these: areas in which nothing is decided stand out.
        PreliminaryReply with
        {
            Id = "NO.fvl.11a.preliminary-reply.norm",
            Kind = DeadlineKind.GuidanceNorm,
            Name = new(
                "Svar eller foreløpig svar i andre saker",
                "Svar eller foreløbigt svar i andre sager",
                "Answer or preliminary reply in other matters",
                "Svar eller førebels svar i andre saker"
            ),
            Law = "forvaltningsloven (1967) § 11 a første og annet ledd; god forvaltningsskikk",
        },
        new(
            "NO.fvl.29.appeal",
            1,
            "NO",
            DeadlineKind.Statutory,
            new(3, TermUnit.Weeks),
            StartRule.Arrival,
            TimelinessTest.Dispatched,
            Holidays,
            new("Klage over enkeltvedtak", "Klage over en afgørelse", "Appeal against an individual decision"),
            "forvaltningsloven (1967) §§ 29 og 30",
            "https://lovdata.no/lov/1967-02-10/§29"
        )
        {
            RestartedByReasons = true,
            Uncertain = NewAct,
        },
        // From here on an appeal that came late is not even considered.
        new(
            "NO.fvl.31.late-appeal",
            1,
            "NO",
            DeadlineKind.Statutory,
            new(1, TermUnit.Years),
            StartRule.Decision,
            TimelinessTest.Dispatched,
            Holidays,
            new(
                "Klage etter klagefristens utløp",
                "Klage efter klagefristens udløb",
                "Appeal after its time limit",
                "Klage etter at klagefristen er ute"
            ),
            "forvaltningsloven (1967) § 31",
            "https://lovdata.no/lov/1967-02-10/§31"
        )
        {
            Uncertain = new Uncertainty(
                new(
                    "om fristen flyttes fra en helligdag, og om det er nok at klagen er sendt",
                    "om fristen flyttes fra en helligdag, og om det er nok, at klagen er sendt",
                    "whether it moves past a holiday, and whether it is enough that the appeal is sent",
                    "om fristen blir flytta frå ein heilagdag, og om det er nok at klaga er send"
                ),
                new(
                    "Loven sier bare «mer enn ett år»; det er antatt som for klagefristen (§§ 29 og 30).",
                    "Loven siger kun »mer enn ett år«; det er antaget som for klagefristen (§§ 29 og 30).",
                    "The law only says “more than one year”; it is assumed as for the time limit itself (§§ 29 and 30).",
                    "Lova seier berre «meir enn eitt år»; det er lagt til grunn som for klagefristen (§§ 29 og 30)."
                )
            ).And(NewAct),
        },
        new(
            "NO.pbl.21-7.building-application",
            1,
            "NO",
            DeadlineKind.Statutory,
            new(12, TermUnit.Weeks),
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            Holidays,
            new("Søknad om byggetillatelse", "Ansøgning om byggetilladelse", "Application for a building permit", "Søknad om byggjeløyve"),
            "plan- og bygningsloven § 21-7 første ledd; forvaltningslovforskriften § 39",
            "https://lovdata.no/lov/2008-06-27-71/§21-7"
        )
        {
            InForceFrom = new(2010, 7, 1),
            Pauses = AllReasons,
            Uncertain = new(
                new(
                    "fristen og grunnene til å stanse den",
                    "fristen og grundene til at standse den",
                    "the term and the reasons for pausing it",
                    "fristen og grunnane til å stanse han"
                ),
                new(
                    "De er ikke bekreftet av en jurist.",
                    "De er ikke bekræftet af en jurist.",
                    "No lawyer has confirmed them.",
                    "Dei er ikkje stadfesta av ein jurist."
                )
            ),
        },
        Appeal4Weeks with
        {
            InForceTo = new(2018, 6, 30),
        },
        Appeal4Weeks with
        {
            Version = 2,
            InForceFrom = new(2018, 7, 1),
            InForceTo = new(2025, 12, 31),
            LetterTakes = new(6, TermUnit.WorkingDays),
        },
        Appeal4Weeks with
        {
            Version = 3,
            InForceFrom = new(2026, 1, 1),
            LetterTakes = new(6, TermUnit.WorkingDays),
            Uncertain = Letters2026,
        },
        new(
            "DK.fvl.16.access",
            1,
            "DK",
            DeadlineKind.Statutory,
            new(7, TermUnit.WorkingDays),
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            Holidays,
            new("Partsinnsyn", "Aktindsigt som part", "Access to documents for a party"),
            "forvaltningsloven § 16, stk. 2",
            "https://danskelove.dk/forvaltningsloven/16"
        )
        {
            NoticeSuffices = true,
            UnsettledDays = SpecialDays.Unsettled,
        },
        new(
            "DK.ofl.36.access",
            1,
            "DK",
            DeadlineKind.Statutory,
            new(7, TermUnit.WorkingDays),
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            Holidays,
            new("Innsyn for enhver", "Aktindsigt for enhver", "Access to documents for anyone", "Innsyn for alle"),
            "offentlighedsloven § 36, stk. 2",
            "https://danskelove.dk/offentlighedsloven/36"
        )
        {
            InForceFrom = new(2014, 1, 1),
            NoticeSuffices = true,
            UnsettledDays = SpecialDays.Unsettled,
        },
        // The law obliges the council to set these and to give notice when one is missed; missing one is not itself a breach.
        new(
            "DK.rsl.3",
            1,
            "DK",
            DeadlineKind.LocalTarget,
            null,
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            Holidays,
            new(
                "Kommunens offentliggjorte frist for området",
                "Kommunens offentliggjorte frist for området",
                "The municipality's published term for the area",
                "Den offentleggjorde fristen til kommunen for området"
            ),
            "retssikkerhedsloven § 3, stk. 2",
            "https://danskelove.dk/retssikkerhedsloven/3"
        )
        {
            InForceFrom = new(1998, 7, 1),
            ByArea = true,
            UnsettledDays = SpecialDays.Unsettled,
        },
        new(
            "DK.ringsted.notice",
            1,
            "DK",
            DeadlineKind.LocalTarget,
            new(8, TermUnit.WorkingDays),
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            HolidaysAndClosingDays,
            new(
                "Ringsteds egen regel: svar eller varsel om når det kommer",
                "Ringsteds egen regel: svar eller besked om, hvornår det kommer",
                "Ringsted's own rule: an answer, or notice of when it comes",
                "Ringsted sin eigen regel: svar eller varsel om når det kjem"
            ),
            "Ringsted Kommunes sagsbehandlingsfrister",
            "https://ringsted.dk/kommunen/dialog-indflydelse/sagsbehandling"
        )
        {
            NoticeSuffices = true,
        },
        DateSet(
            "ombud.request",
            DeadlineKind.OmbudSet,
            new("Redegjørelse til ombudet", "Udtalelse til borgerrådgiveren", "Statement to the ombud", "Utgreiing til ombodet")
        ),
        DateSet(
            "council.request",
            DeadlineKind.CouncilSet,
            new(
                "Redegjørelse til det politiske nivået",
                "Redegørelse til det politiske niveau",
                "Account to the political level",
                "Utgreiing til det politiske nivået"
            )
        ),
        DateSet(
            "agreed.date",
            DeadlineKind.Agreed,
            new("Avtalt eller varslet dato", "Aftalt eller varslet dato", "A date agreed or announced", "Avtalt eller varsla dato")
        ),
    ];

    /// <summary>A date that was set is meant as it stands: no day moves it.</summary>
    private static DeadlineRule DateSet(string id, DeadlineKind kind, Phrase name) =>
        new(id, 1, null, kind, null, StartRule.Request, TimelinessTest.Received, [], name, null, null) { Pauses = AllReasons };
}
