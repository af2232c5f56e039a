using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>What is stored is what was sent. Asked of every place in the contract that takes a value of the kind.</summary>
public sealed class S41_TruthAtTheEdge(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Ringsted = "ringsted";
    private static readonly string[] NoMoments =
    [
        "9999-12-31T23:59:59-14:00",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "2023-06-13T24:00:00Z",
        "2023-06-13T12:00:00",
        "2023-06-13T12:00:00+25:00",
        "2023-06-13 ",
    ];

    private Dictionary<string, string> _ids = [];
    private long _events;

    public async ValueTask InitializeAsync()
    {
        _ids = await OneOfEach.InRingstedAsync(
            api,
            async (address, body) =>
                body is null
                    ? (await api.GetAsync(address, Ringsted)).ShouldBe(200).Json
                    : (await api.PostAsync(address, JsonNode.Parse(body)!, Ringsted)).Json
        );
        _events = await EventsAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task only_the_exact_word_of_an_enumeration_is_taken()
    {
        var places = PlacesInTheContract.ThatAre(schema => schema["enum"] is JsonArray);
        places.Count.ShouldBeGreaterThan(40);
        await EachIsRefusedAsync(
            places,
            place =>
            {
                var (first, last) = (place.Words[0], place.Words[^1]);
                // A word in capitals is a word where it is written so.
                return [$"{first},{last}", $" {first}", $"{first} ", "", "0", .. new[] { first.ToUpperInvariant() }.Except(place.Words)];
            }
        );
    }

    [Fact]
    public async Task a_moment_that_no_calendar_holds_is_refused()
    {
        var places = PlacesInTheContract.ThatAre(schema => (string?)schema["format"] == "date-time");
        places.Count.ShouldBeGreaterThan(30);
        await EachIsRefusedAsync(places, _ => NoMoments);
    }

    /// <summary>It would be another moment in another time zone: clients that leave the offset out are told so.</summary>
    [Fact]
    public async Task a_moment_without_its_offset_is_refused_with_how_to_say_it()
    {
        const string Local = "2023-06-13T12:00:00";
        foreach (
            var refused in new[]
            {
                await api.PostAsync("/v1/cases", new { receivedAt = Local }, Ringsted),
                await api.GetAsync($"/v1/cases?changedSince={Local}", Ringsted),
                await api.GetAsync($"/v1/cases?asOf={Local}", Ringsted),
            }
        )
            ((string)refused.ShouldBe(400).Json["errors"]![0]!["detail"]!).ShouldStartWith(
                "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00"
            );
    }

    [Fact]
    public async Task a_day_that_is_none_is_refused()
    {
        var places = PlacesInTheContract.ThatAre(schema => (string?)schema["format"] == "date");
        places.Count.ShouldBeGreaterThan(60);
        await EachIsRefusedAsync(places, _ => ["2023-02-29", "0000-01-01", "13.06.2023", " 2023-06-13", "2023-06-13Z", "12023-06-13"]);
    }

    [Fact]
    public async Task a_body_that_is_not_utf_8_is_refused()
    {
        foreach (var operation in (Operation.All()).Where(operation => operation.Body is not null))
        {
            byte[] latin1 = [.. "{\"note\":\"Bj"u8, 0xF8, .. "rn\"}"u8];
            var refused = await SendAsync(operation, latin1, "application/json");
            refused.ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["body"], operation.Path);
            ((string?)refused.Json["errors"]![0]!["code"]).ShouldBe("not_utf8");
            (await SendAsync(operation, latin1, "application/json; charset=iso-8859-1")).ShouldBeProblem(415, "unsupported-media-type");
        }
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task a_mark_of_utf_8_at_the_start_of_a_body_is_taken()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. """{"receivedOn":"2023-03-06","number":"RB-Ø-1"}"""u8];
        using var body = new ByteArrayContent(marked)
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8") },
        };
        var made = (await api.SendAsync(HttpMethod.Post, "/v1/cases", body, "drammen", null)).ShouldBe(201);
        ((string?)made.Json["number"]).ShouldBe("RB-Ø-1");
    }

    private async Task EachIsRefusedAsync(IReadOnlyList<PlaceInTheContract> places, Func<PlaceInTheContract, IReadOnlyList<string>> values)
    {
        var wrong = new List<string>();
        foreach (var place in places)
        foreach (var value in values(place))
            if (await AskAsync(place, value) is var answer && !(answer.Status == 400 && answer.Fields.Contains(place.Field)))
                wrong.Add($"{place} = '{value}': {answer.Status} {Encoding.UTF8.GetString(answer.Bytes)}");
        wrong.ShouldBeEmpty();
        await NothingIsStoredAsync();
    }

    private async Task<Answer> AskAsync(PlaceInTheContract place, string value)
    {
        var address = OneOfEach.AddressOf(place.Operation, _ids);
        if (place.BodyWith is not { } body)
            return await api.GetAsync($"{address}?{place.QueryWith(value)}", Ringsted);
        using var content = new StringContent(body(value).ToJsonString(), Encoding.UTF8, "application/json");
        return await api.SendAsync(place.Operation.Method, address, content, Ringsted, null);
    }

    private async Task<Answer> SendAsync(Operation operation, byte[] bytes, string type)
    {
        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        return await api.SendAsync(operation.Method, OneOfEach.AddressOf(operation, _ids), body, Ringsted, null);
    }

    private async Task NothingIsStoredAsync() => (await EventsAsync()).ShouldBe(_events);

    private async Task<long> EventsAsync()
    {
        await using var count = api.Database.CreateCommand("select count(*) from ombud.mt_events");
        return (long)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
