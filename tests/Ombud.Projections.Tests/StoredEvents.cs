using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Json;

namespace Ombud.Projections.Tests;

/// <summary>Events are readable for ever: what an approved sample says must not change, and neither may the sample.</summary>
public sealed class StoredEvents
{
    /// <summary>By file; what stands after a dot in its name tells apart several samples of one event.</summary>
    private static readonly Dictionary<string, object> Samples = new([
        .. SamplesOfCases.All,
        .. SamplesOfReports.All,
        .. SamplesOfFollowUp.All,
    ]);

    /// <summary>The stored names, as they are given to the store.</summary>
    private static readonly IReadOnlyDictionary<string, Type> Types = DocumentStore
        .For(options =>
        {
            options.Connection("Host=nowhere");
            OmbudStore.Configure(options);
        })
        .Events.AllKnownEventTypes()
        .Where(known => known.EventType.Namespace!.StartsWith("Ombud.", StringComparison.Ordinal))
        .ToDictionary(known => known.EventTypeName, known => known.EventType);

    public static TheoryData<string> Files => [.. Samples.Keys];

    public static TheoryData<string> FilesOfToday => [.. Samples.Keys.Where(file => !file.EndsWith("in_clear", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void are_read_as_what_they_meant(string file) =>
        Said(JsonSerializer.Deserialize(Text(file), TypeOf(file), EventJson.Options)).ShouldBe(Said(Samples[file]));

    [Theory]
    [MemberData(nameof(FilesOfToday))]
    public void are_written_as_before(string file) =>
        JsonNode
            .DeepEquals(JsonSerializer.SerializeToNode(Samples[file], TypeOf(file), EventJson.Options), JsonNode.Parse(Text(file)))
            .ShouldBeTrue(JsonSerializer.Serialize(Samples[file], TypeOf(file), EventJson.Options));

    [Fact]
    public void are_never_written_in_clear() =>
        Should
            .Throw<InvalidOperationException>(() => JsonSerializer.Serialize(Samples["case_voided.in_clear"], EventJson.Options))
            .Message.ShouldNotContain("DR-2023-016");

    [Fact]
    public void each_have_a_sample() =>
        Directory
            .GetFiles(Folder, "*.json")
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .Distinct()
            .ShouldBe(Types.Keys, ignoreOrder: true);

    [Fact]
    public void are_all_compared_with_their_samples() =>
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).ShouldBe(Samples.Keys, ignoreOrder: true);

    /// <summary>All that an object says, whatever kind of list it keeps its lists in.</summary>
    private static string Said(object? value) =>
        value switch
        {
            null => "-",
            string text => $"'{text}'",
            Confidential.Clear(var text) => $"'{text}' in clear",
            Confidential.Enciphered(var cipher) => $"cipher {cipher}",
            IEnumerable list => $"[{string.Join("; ", list.Cast<object>().Select(Said))}]",
            IOccurred or Resident or MunicipalityConfigured or Code or DeadlineSet or LocalRule =>
                $"{value.GetType().Name}({string.Join(", ", Properties(value))})",
            _ => value.ToString()!,
        };

    private static IEnumerable<string> Properties(object value) =>
        value
            .GetType()
            .GetProperties()
            .OrderBy(property => property.Name)
            .Select(property => $"{property.Name} {Said(property.GetValue(value))}");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    private static Type TypeOf(string file) => Types[file.Split('.')[0]];

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, $"{file}.json"));
}
