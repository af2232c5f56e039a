using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.EventStore.Json;

namespace Ombud.Projections.Tests;

/// <summary>Events are readable for ever: what an approved sample says must not change, and neither may the sample.</summary>
public sealed class StoredEvents
{
    private static readonly Guid Request = new("0197a3c4-5f00-7000-8000-000000000001");

    /// <summary>By file; what stands after a dot in its name tells apart several samples of one event.</summary>
    private static readonly Dictionary<string, object> Samples = new()
    {
        ["case_received"] = new CaseReceived(new(2023, 3, 1), "DR-2023-017", Instant.FromUtc(2023, 3, 1, 9, 30, 15) + Duration.FromMilliseconds(250), "email", "service_referral"),
        ["case_received.least"] = new CaseReceived(new(2023, 3, 1), null, null, null, null),
        ["case_assessed"] = new CaseAssessed(new(2023, 3, 2), true, false),
        ["case_assessed.least"] = new CaseAssessed(new(2023, 3, 2), null, true),
        ["case_categorized"] = new CaseCategorized(new(2023, 3, 2), "health", ["late_or_no_reply", "lack_of_information"], ["health_services"]),
        ["case_categorized.least"] = new CaseCategorized(new(2023, 3, 2), null, [], []),
        ["handling_reviewed"] = new HandlingReviewed(new(2023, 4, 20)),
        ["response_requested"] = new ResponseRequested(new(2023, 3, 3), Request, "health_services", new(
            "DK.rsl.3", 1, DeadlineKind.LocalTarget, new(2023, 3, 2), "P2W", new(2023, 3, 3), new(2023, 3, 16), new(2023, 3, 16), Instant.FromUtc(2023, 3, 16, 23, 0),
            NoticeSuffices: true, DispatchCounts: true, new(2023, 2, 22), "sickness_benefit", [new("ombud.request", 1, new(2023, 4, 3))])),
        ["response_requested.set"] = new ResponseRequested(new(2023, 3, 3), Request, "health_services", new(
            "ombud.request", 1, DeadlineKind.OmbudSet, new(2023, 3, 3), null, new(2023, 3, 3), new(2023, 4, 3), new(2023, 4, 3), Instant.FromUtc(2023, 4, 3, 22, 0))),
        ["response_requested.least"] = new ResponseRequested(new(2023, 3, 3), Request, "health_services"),
        ["preliminary_reply_received"] = new PreliminaryReplyReceived(new(2023, 3, 10), Request, "Befaring venter på snøsmelting", new(2023, 5, 15)),
        ["preliminary_reply_received.least"] = new PreliminaryReplyReceived(new(2023, 3, 10), Request, "Sykdom", null),
        ["reminder_sent"] = new ReminderSent(new(2023, 3, 17), Request),
        ["deadline_suspended"] = new DeadlineSuspended(new(2023, 3, 10), Request, PauseReason.AwaitingOtherBody),
        ["deadline_resumed"] = new DeadlineResumed(new(2023, 3, 20), Request, new(2023, 4, 13), new(2023, 4, 13), Instant.FromUtc(2023, 4, 13, 22, 0)),
        ["deadline_extended"] = new DeadlineExtended(new(2023, 3, 20), Request, "Ferie", 14, new(2023, 4, 17), new(2023, 4, 17), Instant.FromUtc(2023, 4, 17, 22, 0)),
        ["deadline_recomputed"] = new DeadlineRecomputed(
            new(2023, 2, 28), Request, RecomputeReason.CalendarChanged, new(2024, 4, 29), 2, new(2024, 3, 29), "P4W", new(2023, 2, 28), new(2024, 4, 26), new(2024, 4, 26), Instant.FromUtc(2024, 4, 29, 22, 0)),
        ["deadline_waived"] = new DeadlineWaived(new(2023, 3, 20), Request, "Avklart på telefon"),
        ["response_overdue"] = new ResponseOverdue(new(2023, 3, 17), Request, new(2023, 3, 16)),
        ["response_received"] = new ResponseReceived(new(2023, 4, 18), Request, new(2023, 4, 14)),
        ["response_received.least"] = new ResponseReceived(new(2023, 4, 18), Request),
        ["case_closed"] = new CaseClosed(new(2023, 4, 20), "answered_after_contact"),
        ["case_reopened"] = new CaseReopened(new(2023, 5, 10)),
        ["case_voided"] = new CaseVoided(new(2023, 5, 11), "Registrert to ganger – samme sak som DR-2023-016"),
        ["case_corrected"] = new CaseCorrected(new(2023, 5, 12), "Feil dato", "DR-2023-018", new(2023, 2, 28), Instant.FromUtc(2023, 2, 28, 22, 59, 59), "letter", "politician", new(2023, 4, 21)),
        ["case_corrected.least"] = new CaseCorrected(new(2023, 5, 12), "Feil nummer", "DR-2023-018", null, null, null, null, null),
        ["report_published"] = new ReportPublished(
            new(2023, 6, 20), ReportKind.Status, new(2023, 1, 1), new(2023, 6, 30), new(2023, 6, 13), "nb", "Orientering og status", 3, Instant.FromUtc(2023, 6, 20, 9, 30, 1) + Duration.FromMilliseconds(5),
            4711, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "{\"kind\":\"status\",\"title\":\"Skøn og æren\"}", Request, "Tabell 3 var feil", 2),
        ["report_published.least"] = new ReportPublished(
            new(2023, 6, 20), ReportKind.Annual, new(2022, 1, 1), new(2022, 12, 31), new(2022, 12, 31), "da", null, 0, Instant.FromUtc(2023, 6, 20, 9, 30), 1, "00", "{}"),
        ["municipality_configured.deadlines"] = new MunicipalityConfigured(
            "Ringsted Kommune", "DK", "Europe/Copenhagen", "da", ["da"], "08-01", new(2018, 8, 1), [], [], [], [], [], [],
            [new("ringsted.reminder", 2, DeadlineKind.LocalTarget, "P5WD", StartRule.Receipt, TimelinessTest.Received, [DayClass.Holiday, DayClass.ClosingDay], new(2020, 1, 1),
                "Svar på purring", "Svar på rykker", "Answer to a reminder", "Byrådets beslutning", "https://ringsted.dk/frister", new(2024, 12, 31), [PauseReason.SpecialCircumstances], true)],
            [new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", new(2018, 8, 1), new(2025, 12, 31))], 3),
        ["municipality_configured"] = new MunicipalityConfigured(
            "Drammen kommune", "NO", "Europe/Oslo", "nb", ["nb", "en"], "01-01", new(2018, 8, 1),
            [new("school_and_kindergarten", "Skole og barnehage", "Skole og dagtilbud", "School and kindergarten")],
            [new("late_or_no_reply", "Klage på for sent svar/ikke svar i det hele tatt", "Klage over manglende svar", "Complaint about a late reply or none")],
            [new("email", "E-post", "E-mail", "E-mail")], [new("self", "Selv", "Selv", "By themselves")],
            [new("schools", "Skole og barnehage", "Skole og dagtilbud", "Schools and kindergartens")], [new("guided", "Veiledet", "Vejledt", "Guided")]),
    };

    public static TheoryData<string> Files => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void are_read_as_what_they_meant(string file) => Said(JsonSerializer.Deserialize(Text(file), TypeOf(file), EventJson.Options)).ShouldBe(Said(Samples[file]));

    [Theory]
    [MemberData(nameof(Files))]
    public void are_written_as_before(string file) =>
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(Samples[file], TypeOf(file), EventJson.Options), JsonNode.Parse(Text(file)))
            .ShouldBeTrue(JsonSerializer.Serialize(Samples[file], TypeOf(file), EventJson.Options));

    [Fact]
    public void each_have_a_sample() =>
        Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path).Split('.')[0]).Distinct().ShouldBe(OmbudStreams.EventTypes.Names, ignoreOrder: true);

    [Fact]
    public void are_all_compared_with_their_samples() =>
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).ShouldBe(Samples.Keys, ignoreOrder: true);

    /// <summary>All that an object says, whatever kind of list it keeps its lists in.</summary>
    private static string Said(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        IEnumerable list => $"[{string.Join("; ", list.Cast<object>().Select(Said))}]",
        CaseEvent or MunicipalityConfigured or ReportPublished or Code or DeadlineSet or LocalRule => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().OrderBy(property => property.Name).Select(property => $"{property.Name} {Said(property.GetValue(value))}"))})",
        _ => value.ToString()!,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    private static Type TypeOf(string file) => OmbudStreams.EventTypes.TypeOf(file.Split('.')[0])!;

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, $"{file}.json"));
}
