using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Ombud.Api.Http;

namespace Ombud.Api.Tests.Events;

public sealed class FollowingTheFeed(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly object Inquiry = new
    {
        receivedOn = "2023-06-12",
        withinMandate = true,
        requiresResponse = true,
        serviceArea = "health",
        matters = new[] { "late_or_no_reply" },
        summary = "Kari waits.",
    };

    private readonly FeedReader _reader = new(api);

    [Fact]
    public async Task gives_each_event_as_a_cloud_event_in_the_order_of_the_log()
    {
        await _reader.CatchUpAsync();
        var before = SystemClock.Instance.GetCurrentInstant();
        var address = await api.ReceiveAsync(Inquiry);
        var id = address.Split('/')[^1];
        var events = await _reader.ReadAsync(3);
        events
            .Select(e => (string)e["type"]!)
            .ShouldBe(["no.ombud.case_received.v1", "no.ombud.case_assessed.v1", "no.ombud.case_categorized.v1"]);
        events.ShouldAllBe(e =>
            (string)e["specversion"]! == "1.0"
            && (string)e["source"]! == "/no.ombud/drammen"
            && (string)e["subject"]! == id
            && (string)e["dataref"]! == address
            && (string)e["datacontenttype"]! == "application/json"
        );
        events.Select(e => (string)e["id"]!).Distinct().Count().ShouldBe(3);
        events.Select(e => (string)e["sequence"]!).ShouldBe(events.Select(e => (string)e["sequence"]!).Order(StringComparer.Ordinal));
        ((string)events[0]["sequence"]!).Length.ShouldBe(20);
        InstantPattern.ExtendedIso.Parse((string)events[0]["time"]!).Value.ShouldBeGreaterThan(before - Duration.FromSeconds(2));
        events[0]["data"]!.ToJsonString().ShouldBe("""{"occurredOn":"2023-06-12"}""");
        events[2]["data"]!["serviceArea"]!.GetValue<string>().ShouldBe("health");
        (await api.GetAsync((string)events[0]["dataref"]!)).ShouldBe(200);
    }

    [Fact]
    public async Task page_by_page_gives_the_same_as_at_once_and_a_next_where_there_is_no_more()
    {
        await api.ReceiveAsync(Inquiry);
        await _reader.CatchUpAsync();
        var (all, one) = (new FeedReader(api), new FeedReader(api));
        var expected = (await all.ReadAsync()).Select(e => (string)e["id"]!).ToList();
        expected.Count.ShouldBeInRange(4, 199);
        var single = new List<string>();
        while ((await one.ReadAsync("limit=1")) is [var e])
            single.Add((string)e["id"]!);
        single.ShouldBe(expected);
        one.Cursor.ShouldBe(all.Cursor);
        (await one.ReadAsync()).ShouldBeEmpty();
        one.Cursor.ShouldBe(all.Cursor);
    }

    [Fact]
    public async Task gives_only_the_types_and_the_subject_that_were_asked_for()
    {
        await _reader.CatchUpAsync();
        var after = _reader.Cursor;
        var id = (await api.ReceiveAsync(Inquiry)).Split('/')[^1];
        await api.ReceiveAsync(Inquiry);
        await _reader.ReadAsync(6);
        async Task<List<string>> TypesAsync(string query) =>
            [
                .. (await api.GetAsync($"/v1/events?after={after}&{query}")).ShouldBe(200).Json["items"]!
                    .AsArray()
                    .Select(e => ((string)e!["type"]!).Split('.')[2]),
            ];
        (await TypesAsync("types=case_assessed")).ShouldBe(["case_assessed", "case_assessed"]);
        (await TypesAsync($"types=case_assessed,no.ombud.case_received.v1&subject={id}")).ShouldBe(["case_received", "case_assessed"]);
        (await TypesAsync($"subject={Guid.Empty}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task of_one_municipality_shows_nothing_of_another()
    {
        await _reader.CatchUpAsync();
        var id = (await api.ReceiveAsync(Inquiry, "ringsted")).Split('/')[^1];
        await new FeedReader(api, "ringsted").ReadAsync(4);
        (await _reader.ReadAsync()).ShouldBeEmpty();
        (await api.GetAsync($"/v1/events?subject={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task as_a_batch_is_a_bare_list_with_its_next_in_the_link()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events?limit=1")
        {
            Headers = { { "Accept", "application/cloudevents-batch+json" }, { Caller.MunicipalityHeader, "drammen" } },
        };
        var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
        answer.ShouldBe(200).ContentType.ShouldBe("application/cloudevents-batch+json");
        ((string)answer.Json.AsArray().ShouldHaveSingleItem()!["type"]!).ShouldBe("no.ombud.municipality_configured.v1");
        answer.Header("Link").ShouldNotBeNull().ShouldMatch("^</v1/events\\?limit=1&after=[A-Za-z0-9_-]+>; rel=\"next\"$");
    }

    [Fact]
    public async Task as_a_stream_goes_on_where_the_reader_was()
    {
        await _reader.CatchUpAsync();
        var (first, second) = (await api.ReceiveAsync(Inquiry), "");
        var last = "";
        var seen = new List<string>();
        await foreach (var (id, e) in _reader.FollowAsync(lastEventId: null, $"?after={_reader.Cursor}&types=case_received"))
        {
            (last, _) = (id, seen);
            seen.Add((string)e["dataref"]!);
            if (seen.Count == 1)
                second = await api.ReceiveAsync(Inquiry);
            else
                break;
        }
        seen.ShouldBe([first, second]);
        var third = await api.ReceiveAsync(Inquiry);
        // The id of the last event says more than the address, which a reader repeats as it was.
        await foreach (var (_, e) in _reader.FollowAsync(last, $"?after={_reader.Cursor}&types=case_received"))
        {
            ((string)e["dataref"]!).ShouldBe(third);
            break;
        }
    }

    [Fact]
    public async Task as_a_stream_ends_when_the_process_stops()
    {
        await using var node = api.Node();
        using var http = node.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events") { Headers = { { "Accept", "text/event-stream" } } };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, OmbudApi.Cancel);
        var reading = response.Content.ReadAsStringAsync(OmbudApi.Cancel);
        await Task.Delay(500, OmbudApi.Cancel);
        reading.IsCompleted.ShouldBeFalse();
        node.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        (await reading.WaitAsync(TimeSpan.FromSeconds(5), OmbudApi.Cancel)).ShouldStartWith("retry: 1000\n\nid: ");
    }

    [Theory]
    [InlineData("after=yesterday", "after")]
    [InlineData("after=eyJwb3NpdGlvbiI6LTF9", "after")]
    // {"position":999999999}: the log has never come so far.
    [InlineData("after=eyJwb3NpdGlvbiI6OTk5OTk5OTk5fQ", "after")]
    [InlineData("types=case_eaten", "types")]
    [InlineData("types=", "types")]
    [InlineData("types=dk.ombud.case_received.v1", "types")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("subject=DR-1", "subject")]
    [InlineData("cursor=eyJ9", "cursor")]
    public async Task that_is_asked_for_wrongly_names_the_field_and_what_to_give(string query, string field)
    {
        var problem = (await api.GetAsync($"/v1/events?{query}")).ShouldBeProblem(400, "invalid-input");
        problem.Fields.ShouldBe([field]);
        ((string?)problem.Json["errors"]![0]!["detail"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task taken_up_with_an_id_of_nothing_names_the_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events")
        {
            Headers = { { "Accept", "text/event-stream" }, { "Last-Event-ID", "4711" } },
        };
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["Last-Event-ID"]);
    }

    [Fact]
    public async Task that_no_form_fits_is_not_acceptable()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events") { Headers = { { "Accept", "text/csv" } } };
        (await api.Http.SendAsync(request, OmbudApi.Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task passes_on_a_type_that_this_version_does_not_know_and_nothing_of_what_is_in_it()
    {
        await _reader.CatchUpAsync();
        var stream = Guid.CreateVersion7();
        await RawLog.WriteAsync(api.Database, stream, "case_praised", """{"occurredOn":"2023-06-12","by":"Kari Nordmann"}""");
        var e = (await _reader.ReadAsync(1))[0].AsObject();
        ((string)e["type"]!, (string)e["subject"]!).ShouldBe(("no.ombud.case_praised.v1", stream.ToString()));
        e.Select(field => field.Key).ShouldBe(["specversion", "id", "source", "type", "subject", "time", "sequence"]);
    }

    [Fact]
    public async Task passes_on_an_event_that_cannot_be_read_without_its_data()
    {
        await _reader.CatchUpAsync();
        await RawLog.WriteAsync(api.Database, Guid.CreateVersion7(), "case_closed", """{"outcome":7}""");
        var e = (await _reader.ReadAsync(1))[0].AsObject();
        ((string)e["type"]!, e.ContainsKey("data"), ((string)e["id"]!) == Guid.Empty.ToString()).ShouldBe(
            ("no.ombud.case_closed.v1", false, false)
        );
    }
}
