using System.Collections;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Events;
using Ombud.Domain;

namespace Ombud.Api.Tests.Events;

/// <summary>Every type of event, with something planted wherever it may tell of a person.</summary>
public sealed class TellingNothingOfAPerson(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Planted = "Kari Nordmann";
    private static readonly Guid Person = Guid.Parse("11111111-2222-3333-4444-555555555555");

    private IReadOnlyList<(string Name, Type Type)> Events =>
        [
            .. ((DocumentStore)api.Services.GetRequiredService<IDocumentStore>())
                .Events.AllKnownEventTypes()
                .Select(type => (type.EventTypeName, type.EventType))
                .Where(type => type.EventType.Assembly == typeof(Confidential).Assembly)
                .OrderBy(type => type.EventTypeName, StringComparer.Ordinal),
        ];

    [Fact]
    public void holds_for_the_data_of_every_type_of_event()
    {
        Events.Count.ShouldBeGreaterThan(40);
        foreach (var (name, type) in Events)
        {
            var text = EventData.Of(Make(type, ""))!.Value.GetRawText();
            text.ShouldNotContain(Planted, Case.Sensitive, name);
            text.ShouldNotContain(Person.ToString(), Case.Sensitive, name);
        }
    }

    /// <summary>A new field is told only after somebody has looked at this list.</summary>
    [Fact]
    public async Task leaves_these_fields_and_no_others()
    {
        var told = string.Concat(Events.Select(e => $"{e.Name}: {string.Join(", ", Fields(EventData.Of(Make(e.Type, ""))!.Value))}\n"));
        var expected = OmbudApi.RepositoryFile("tests/Ombud.Api.Tests/Samples/fields_of_events.txt");
        told.ShouldBe(File.Exists(expected) ? await File.ReadAllTextAsync(expected, OmbudApi.Cancel) : "");
    }

    private static IEnumerable<string> Fields(JsonElement data) =>
        data.EnumerateObject()
            .Select(field =>
                field.Value.ValueKind switch
                {
                    JsonValueKind.Object => $"{field.Name}{{{string.Join(", ", Fields(field.Value))}}}",
                    JsonValueKind.Array when field.Value[0].ValueKind == JsonValueKind.Object =>
                        $"{field.Name}[{string.Join(", ", Fields(field.Value[0]))}]",
                    _ => field.Name,
                }
            );

    private static object Make(Type type, string name) =>
        Nullable.GetUnderlyingType(type) is { } given ? Make(given, name)
        : type == typeof(string)
            ? name is "By" or "OnBehalfOf" ? Planted
                : "text"
        : type == typeof(Confidential) ? new Confidential.Clear(Planted)
        : type == typeof(Guid)
            ? name == "Person" ? Person
                : Guid.CreateVersion7()
        : type == typeof(LocalDate) ? new LocalDate(2023, 6, 12)
        : type == typeof(Instant) ? Instant.FromUtc(2023, 6, 12, 12, 0)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : type.IsPrimitive ? Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture)
        : type.IsAssignableTo(typeof(IEnumerable)) ? List(type.GetGenericArguments()[0], name)
        : Construct(type);

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Make(item, name), 0);
        return list;
    }

    private static object Construct(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
    }
}
