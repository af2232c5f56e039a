using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests;

/// <summary>Drammen with a few of its codes. It took cases from 1 August 2018.</summary>
internal static class Drammen
{
    public static readonly LocalDate InForceFrom = new(2018, 8, 1);

    public static readonly MunicipalityConfigured Configuration = new(
        "Drammen kommune",
        "NO",
        "Europe/Oslo",
        "nb",
        ["nb", "en"],
        "01-01",
        InForceFrom,
        ServiceAreas:
        [
            new("health", "Helse", "Sundhed", "Health"),
            new("transport", "Samferdsel", "Trafik", "Transport"),
            new("other", "Annet", "Andet", "Other"),
        ],
        Matters:
        [
            new("late_or_no_reply", "Sent eller ikke svar", "Manglende svar", "Late or no reply"),
            new("lack_of_information", "Manglende informasjon", "Manglende information", "Lacking information"),
        ],
        Channels: [new("email", "E-post", "E-mail", "E-mail"), new("phone", "Telefon", "Telefon", "Telephone")],
        ReferralSources: [new("self", "Selv", "Selv", "By themselves"), new("politician", "Politiker", "Politiker", "Politician")],
        Units: [new("schools", "Skole", "Skole", "Schools"), new("building_office", "Byggesak", "Byggesag", "Building office")],
        Outcomes: [new("guided", "Veiledet", "Vejledt", "Guided"), new("criticism", "Kritikk", "Kritik", "Criticism")],
        DeadlineRules: [Reply("P40D")],
        Bodies:
        [
            new("city_council", "Kommunestyret", "Byrådet", "City council"),
            new("executive_committee", "Formannskapet", "Økonomiudvalget", "Executive committee"),
        ],
        AcknowledgeWithin: "P1WD",
        ReplyWithin: "P10WD"
    );

    public static readonly Municipality Now = Municipality.Evolve(null, Configuration);

    /// <summary>Since 1 April 2023 its own rule gives a longer term.</summary>
    public static readonly Municipality Since = Municipality.Evolve(Now, Configuration with { DeadlineRules = [Reply("P55D")] });

    /// <summary>As it was configured on a day.</summary>
    public static Municipality On(LocalDate day) => day < new LocalDate(2023, 4, 1) ? Now : Since;

    private static LocalRule Reply(string term) =>
        new(
            "drammen.reply",
            1,
            DeadlineKind.LocalTarget,
            term,
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            [DayClass.Holiday],
            new(2018, 8, 1),
            "Svar",
            "Svar",
            "Answer",
            "Drammens egen frist",
            Pauses: [PauseReason.AwaitingOtherBody, PauseReason.SpecialCircumstances]
        );

    /// <summary>A Danish municipality whose reporting year begins on 1 August.</summary>
    public static readonly Municipality Danish = Municipality.Evolve(
        null,
        Configuration with
        {
            Name = "Ringsted Kommune",
            Country = "DK",
            TimeZone = "Europe/Copenhagen",
            Language = "da",
            ReportingYearStart = "08-01",
        }
    );
}
