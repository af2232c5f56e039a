using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
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
        ["response_requested"] = new ResponseRequested(new(2023, 3, 3), Request, "health_services"),
        ["response_received"] = new ResponseReceived(new(2023, 4, 18), Request),
        ["case_closed"] = new CaseClosed(new(2023, 4, 20), "answered_after_contact"),
        ["case_reopened"] = new CaseReopened(new(2023, 5, 10)),
        ["case_voided"] = new CaseVoided(new(2023, 5, 11), "Registrert to ganger – samme sak som DR-2023-016"),
        ["case_corrected"] = new CaseCorrected(new(2023, 5, 12), "Feil dato", "DR-2023-018", new(2023, 2, 28), Instant.FromUtc(2023, 2, 28, 22, 59, 59), "letter", "politician", new(2023, 4, 21)),
        ["case_corrected.least"] = new CaseCorrected(new(2023, 5, 12), "Feil nummer", "DR-2023-018", null, null, null, null, null),
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
        CaseEvent or MunicipalityConfigured or Code => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().OrderBy(property => property.Name).Select(property => $"{property.Name} {Said(property.GetValue(value))}"))})",
        _ => value.ToString()!,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    private static Type TypeOf(string file) => OmbudStreams.EventTypes.TypeOf(file.Split('.')[0])!;

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, $"{file}.json"));
}
