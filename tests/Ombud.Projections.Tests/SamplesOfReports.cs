using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;

namespace Ombud.Projections.Tests;

/// <summary>What each sample of a configuration says, and of what is published and put before the council.</summary>
internal static class SamplesOfReports
{
    public static readonly Dictionary<string, object> All = new()
    {
        ["report_published"] = new ReportPublished(
            new(2023, 6, 20),
            ReportKind.Status,
            new(2023, 1, 1),
            new(2023, 6, 30),
            new(2023, 6, 13),
            "nb",
            "Orientering og status",
            3,
            Instant.FromUtc(2023, 6, 20, 9, 30, 1) + Duration.FromMilliseconds(5),
            4711,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "{\"kind\":\"status\",\"title\":\"Skøn og æren\"}",
            SampleIds.Request,
            "Tabell 3 var feil",
            2
        ),
        ["report_published.text"] = new ReportPublished(
            new(2023, 6, 20),
            ReportKind.Annual,
            new(2022, 1, 1),
            new(2022, 12, 31),
            new(2022, 12, 31),
            "nb",
            null,
            0,
            Instant.FromUtc(2023, 6, 20, 9, 30),
            1,
            "00",
            "{}",
            Layout: 4,
            Text: new(SampleIds.Text, 7)
        ),
        ["report_published.least"] = new ReportPublished(
            new(2023, 6, 20),
            ReportKind.Annual,
            new(2022, 1, 1),
            new(2022, 12, 31),
            new(2022, 12, 31),
            "da",
            null,
            0,
            Instant.FromUtc(2023, 6, 20, 9, 30),
            1,
            "00",
            "{}"
        ),
        ["municipality_configured.deadlines"] = new MunicipalityConfigured(
            "Ringsted Kommune",
            "DK",
            "Europe/Copenhagen",
            "da",
            ["da"],
            "08-01",
            new(2018, 8, 1),
            [],
            [],
            [],
            [],
            [],
            [],
            [
                new(
                    "ringsted.reminder",
                    2,
                    DeadlineKind.LocalTarget,
                    "P5WD",
                    StartRule.Receipt,
                    TimelinessTest.Received,
                    [DayClass.Holiday, DayClass.ClosingDay],
                    new(2020, 1, 1),
                    "Svar på purring",
                    "Svar på rykker",
                    "Answer to a reminder",
                    "Byrådets beslutning",
                    "https://ringsted.dk/frister",
                    new(2024, 12, 31),
                    [PauseReason.SpecialCircumstances],
                    true
                ),
            ],
            [new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", new(2018, 8, 1), new(2025, 12, 31))],
            3
        ),
        ["municipality_configured"] = new MunicipalityConfigured(
            "Drammen kommune",
            "NO",
            "Europe/Oslo",
            "nb",
            ["nb", "en"],
            "01-01",
            new(2018, 8, 1),
            [new("school_and_kindergarten", "Skole og barnehage", "Skole og dagtilbud", "School and kindergarten")],
            [
                new(
                    "late_or_no_reply",
                    "Klage på for sent svar/ikke svar i det hele tatt",
                    "Klage over manglende svar",
                    "Complaint about a late reply or none"
                ),
            ],
            [new("email", "E-post", "E-mail", "E-mail")],
            [new("self", "Selv", "Selv", "By themselves")],
            [new("schools", "Skole og barnehage", "Skole og dagtilbud", "Schools and kindergartens")],
            [new("guided", "Veiledet", "Vejledt", "Guided")]
        ),
        ["municipality_configured.council"] = new MunicipalityConfigured(
            "Drammen kommune",
            "NO",
            "Europe/Oslo",
            "nb",
            ["nb"],
            "01-01",
            new(2018, 8, 1),
            [],
            [],
            [],
            [],
            [],
            [],
            ReportKinds: [ReportKind.Annual, ReportKind.HalfYear, ReportKind.Tertial, ReportKind.Quarterly],
            Bodies:
            [
                new("executive_committee", "Formannskapet", "Økonomiudvalget", "Executive committee"),
                new("city_council", "Kommunestyret", "Byrådet", "City council"),
            ],
            Council: "city_council"
        ),
        ["municipality_configured.days"] = new MunicipalityConfigured(
            "Drammen kommune",
            "NO",
            "Europe/Oslo",
            "nb",
            ["nb"],
            "01-01",
            new(2018, 8, 1),
            [
                new("planning", "Plan og bygg", "Plan og byg", "Planning", InForceTo: new(2025, 12, 31)),
                new("building", "Byggesak", "Byggesag", "Building", new(2026, 1, 1), new(2029, 12, 31), ["planning"]),
            ],
            [],
            [],
            [],
            [],
            [],
            LaterNames: [new("Nye Drammen kommune", new(2026, 1, 1))]
        ),
        ["municipality_configured.nynorsk"] = new MunicipalityConfigured(
            "Vinje kommune",
            "NO",
            "Europe/Oslo",
            "nn",
            ["nn", "nb"],
            "01-01",
            new(2018, 8, 1),
            [new("other", "Annet", "Andet", "Other", Nn: "Anna"), new("health", "Helse", "Sundhed", "Health")],
            [],
            [],
            [],
            [],
            [],
            [
                new(
                    "vinje.housing",
                    1,
                    DeadlineKind.LocalTarget,
                    "P3W",
                    StartRule.Receipt,
                    TimelinessTest.Dispatched,
                    [DayClass.Holiday],
                    new(2020, 1, 1),
                    "Svar på søknad om bolig",
                    "Svar på ansøgning om bolig",
                    "Answer to an application for housing",
                    "Kommunestyrevedtak 12/20",
                    Nn: "Svar på søknad om bustad"
                ),
            ],
            [new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", new(2018, 8, 1), Nn: "Sjukepengar")]
        ),
        ["municipality_configured.settled"] = new MunicipalityConfigured(
            "Ringsted Kommune",
            "DK",
            "Europe/Copenhagen",
            "da",
            ["da"],
            "08-01",
            new(2018, 8, 1),
            [],
            [],
            [],
            [],
            [],
            [],
            SettledDays: [new(UnsettledDay.ConstitutionDay, true), new(UnsettledDay.DayAfterAscension, false)]
        ),
        ["report_registered"] = new ReportRegistered(
            new(2020, 7, 31),
            ReportKind.Annual,
            new(2019, 8, 1),
            new(2020, 7, 31),
            "Borgerrådgiverens årsberetning 19/20"
        ),
        ["report_registered.least"] = new ReportRegistered(new(2020, 7, 31), ReportKind.HalfYear, new(2019, 8, 1), new(2020, 1, 31), null),
        ["report_presented"] = new ReportPresented(
            new(2020, 8, 19),
            "economic_committee",
            Handling.Recommendation,
            "Pkt. 7, indstilling til Byrådet"
        ),
        ["report_presented.least"] = new ReportPresented(new(2020, 9, 7), "city_council", Handling.Orientation, null),
        ["council_decided"] = new CouncilDecided(
            new(2020, 9, 7),
            "city_council",
            CouncilPosition.TakenNoteOf,
            "tage til efterretning",
            ["1", "2a"]
        ),
        ["council_decided.least"] = new CouncilDecided(new(2020, 9, 7), "city_council", CouncilPosition.AdoptedWithChanges, null, []),
        ["council_request_made"] = new CouncilRequestMade(
            new(2019, 9, 9),
            SampleIds.Request,
            "city_council",
            "Redegørelse for, hvordan der følges op",
            new(2020, 3, 1)
        ),
        ["council_request_made.least"] = new CouncilRequestMade(new(2019, 9, 9), SampleIds.Request, "city_council", "Redegørelse", null),
        ["council_request_answered"] = new CouncilRequestAnswered(new(2021, 3, 8), SampleIds.Request, "Sammen med årsberetningen"),
        ["council_request_answered.least"] = new CouncilRequestAnswered(new(2021, 3, 8), SampleIds.Request, null),
        ["meeting_planned"] = new MeetingPlanned(
            new(2021, 1, 11),
            new(2021, 3, 8),
            "city_council",
            Handling.Orientation,
            null,
            ReportKind.HalfYear,
            new(2020, 8, 1),
            new(2021, 1, 31),
            null,
            "Pkt. 7 på dagsordenen"
        ),
        ["meeting_planned.report"] = new MeetingPlanned(
            new(2021, 1, 11),
            new(2021, 3, 8),
            "city_council",
            null,
            SampleIds.Report,
            null,
            null,
            null,
            null,
            null
        ),
        ["meeting_planned.feedback"] = new MeetingPlanned(
            new(2021, 1, 11),
            new(2021, 3, 8),
            "economic_committee",
            null,
            null,
            null,
            null,
            null,
            SampleIds.Feedback,
            null
        ),
        ["meeting_moved"] = new MeetingMoved(new(2021, 3, 1), new(2021, 4, 12), "Dagsordenen var fuld"),
        ["meeting_moved.least"] = new MeetingMoved(new(2021, 3, 1), new(2021, 4, 12), null),
        ["report_text_begun"] = new ReportTextBegun(new(2023, 6, 1), ReportKind.Status, new(2023, 1, 1), new(2023, 6, 13), "nb"),
        ["report_text_written"] = new ReportTextWritten(
            new(2023, 6, 2),
            TextSection.Finding,
            "Brev blir liggende.\n\n- **Plan** svarer sent.\n",
            null,
            SampleIds.Finding,
            "Svar kommer for sent",
            2
        ),
        ["report_text_written.comment"] = new ReportTextWritten(
            new(2023, 6, 2),
            TextSection.Comment,
            "April var travel.",
            "by-month",
            null,
            null,
            null
        ),
        ["report_text_removed"] = new ReportTextRemoved(new(2023, 6, 3), TextSection.Finding, null, SampleIds.Finding),
        ["report_text_removed.comment"] = new ReportTextRemoved(new(2023, 6, 3), TextSection.Comment, "by-month", null),
        ["meeting_cancelled"] = new MeetingCancelled(new(2021, 4, 1), "Behandles sammen med årsberetningen"),
    };
}
