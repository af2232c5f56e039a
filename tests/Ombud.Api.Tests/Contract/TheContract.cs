using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;
using Ombud.Api.Tests.Access;
using Ombud.Domain;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Contract;

/// <summary>What the contract says, and that it is so.</summary>
public sealed class TheContract(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly OpenApi Contract = OpenApi.Read();

    private static IEnumerable<KeyValuePair<string, JsonObject>> Schemas =>
        Contract.Components["schemas"]!.AsObject().Select(schema => KeyValuePair.Create(schema.Key, schema.Value!.AsObject()));

    [Fact]
    public void describes_every_type_property_and_parameter()
    {
        var bare = Schemas
            .Where(schema => !IsSaid(schema.Value))
            .Select(schema => schema.Key)
            .Concat(
                from schema in Schemas
                from property in schema.Value["properties"]?.AsObject() ?? []
                where !IsSaid(property.Value!)
                select $"{schema.Key}.{property.Key}"
            )
            .Concat(
                from operation in Contract.Operations
                from parameter in operation.Parameters
                where !IsSaid(parameter)
                select $"{operation.Id}: {parameter["name"]}"
            );
        bare.ShouldBeEmpty("Say what it is in the comment of its declaration.");
    }

    [Fact]
    public void gives_an_example_of_every_parameter()
    {
        var bare =
            from operation in Contract.Operations
            from parameter in operation.Parameters
            let schema = Contract.Resolve(parameter["schema"]!)
            where parameter["example"] is null && schema["examples"] is null && schema["type"]?.ToString() != "boolean"
            select $"{operation.Id}: {parameter["name"]}";
        bare.ShouldBeEmpty("Give one in story.json.");
    }

    [Fact]
    public void names_an_id_id_and_one_of_another_thing_after_it()
    {
        // What took whose place is told by the verb; a published document and an event on its way keep their names for ever.
        string[] others = ["supersedes", "supersededBy", "PublishedRecommendation.report", "PublishedRequest.report", "subject"];
        var ids =
            from schema in Schemas
            from property in schema.Value["properties"]?.AsObject() ?? []
            where (string?)property.Value!["format"] == "uuid"
            select (Where: $"{schema.Key}.{property.Key}", Name: property.Key);
        var parameters =
            from operation in Contract.Operations
            from parameter in operation.Parameters
            where (string?)Contract.Resolve(parameter["schema"]!)["format"] == "uuid"
            select (Where: $"{operation.Id}: {parameter["name"]}", Name: (string)parameter["name"]!);
        ids.Concat(parameters)
            .Where(id => id.Name != "id" && !id.Name.EndsWith("Id", StringComparison.Ordinal))
            .Where(id => !others.Contains(id.Name) && !others.Contains(id.Where))
            .ShouldBeEmpty();
    }

    [Fact]
    public void calls_nothing_like_an_event_that_is_none()
    {
        var events = typeof(IOccurred).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IOccurred)) && !type.IsAbstract);
        Schemas.Select(schema => schema.Key).Intersect(events.Select(type => type.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void says_which_words_of_a_problem_a_client_shows() =>
        Schemas.Single(schema => schema.Key == "Problem").Value["properties"]!["title"]!["x-ms-primary-error-message"]!
            .GetValue<bool>()
            .ShouldBeTrue();

    /// <summary>Of the others clients make base64, a class that nobody can fill, or a name with a number.</summary>
    [Fact]
    public void has_only_schemas_of_which_clients_make_something_good()
    {
        var schemas = Within(Contract.Components).Concat(Within(Contract.Paths)).ToList();
        schemas.Where(schema => (string?)(schema["format"] as JsonValue) == "byte").ShouldBeEmpty("A file is binary.");
        schemas.Where(schema => schema["anyOf"] is not null && schema["type"] is null).ShouldBeEmpty("Say the type of the whole too.");
        schemas
            .Where(schema => schema["enum"] is JsonArray)
            .GroupBy(schema => schema["enum"]!.ToJsonString())
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ShouldBeEmpty("The same words stand once, in a schema with a name.");
    }

    private static IEnumerable<JsonObject> Within(JsonNode node) =>
        node switch
        {
            JsonObject record => record.Select(each => each.Value).OfType<JsonNode>().SelectMany(Within).Prepend(record),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Within),
            _ => [],
        };

    [Fact]
    public async Task states_the_limits_that_are_enforced()
    {
        var places = PlacesInTheContract.ThatAre(schema => Beyond(schema) is not null);
        var ids = await OneOfEach.InRingstedAsync(
            api,
            async (address, body) =>
                (
                    body is null ? await api.GetAsync(address, "ringsted") : await api.PostAsync(address, JsonNode.Parse(body)!, "ringsted")
                ).Json
        );
        var (refused, wrong) = (0, new List<string>());
        foreach (var place in places)
        {
            var answer = await AskAsync(place, OneOfEach.AddressOf(place.Operation, ids), Beyond(place.Schema)!);
            // A rule may refuse it before: what is open cannot be reopened, and what is named is not there.
            if (answer.Status is 404 or 409)
                continue;
            refused++;
            // What is wrong with an entry of a code list is said of the entry.
            if (answer.Status != 400 || !answer.Fields.Any(field => field == place.Field || place.Field == $"{field}.value"))
                wrong.Add($"{place} beyond {place.Schema.ToJsonString()}: {answer.Status} {Encoding.UTF8.GetString(answer.Bytes)}");
        }
        wrong.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(70);
    }

    private async Task<Answer> AskAsync(PlaceInTheContract place, string address, JsonNode beyond)
    {
        if (place.BodyWith is not { } body)
            return await api.GetAsync($"{address}?{place.QueryWith(beyond.ToString())}", "ringsted");
        using var content = new StringContent(body(beyond).ToJsonString(), Encoding.UTF8, "application/json");
        return await api.SendAsync(place.Operation.Method, address, content, "ringsted", null);
    }

    /// <summary>What is just beyond a limit; null where a schema has none.</summary>
    private static JsonNode? Beyond(JsonNode schema) =>
        (int?)schema["maxLength"] is { } longest ? JsonValue.Create(new string('x', longest + 1))
        : (int?)schema["maxItems"] is { } most
            ? new JsonArray([.. Enumerable.Range(0, most + 1).Select(_ => MinimalBody.Of(schema["items"], Contract))])
        : (long?)schema["maximum"] is { } largest and < int.MaxValue ? JsonValue.Create(largest + 1)
        : (long?)schema["minimum"] is { } smallest ? JsonValue.Create(smallest - 1)
        : schema["pattern"] is not null ? JsonValue.Create("Å ~")
        : null;

    private static bool IsSaid(JsonNode written) => !string.IsNullOrWhiteSpace((string?)written["description"]);
}
