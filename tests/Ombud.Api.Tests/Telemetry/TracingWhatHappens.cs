using System.Diagnostics;
using System.Net.Http.Json;
using Ombud.Api.Tests.Webhooks;

namespace Ombud.Api.Tests.Telemetry;

[Collection(TelemetryTests.Name)]
public sealed class TracingWhatHappens(TracedApi api)
{
    private const string Secret = "Xerxes Zwollsman";

    [Fact]
    public async Task shows_a_command_from_the_callers_span_to_the_commit()
    {
        var (trace, answer) = await SendAsync(
            HttpMethod.Post,
            "/v1/cases",
            JsonContent.Create(new { receivedOn = "2026-01-05", resident = new { name = Secret } })
        );
        answer.ShouldBe(201);
        var spans = await api.SpansAsync(trace, "POST /v1/cases", "decide", "seal");
        spans.Select(span => span.DisplayName).ShouldContain("decide");
        spans.Select(span => span.DisplayName).ShouldContain("seal");
        spans.Select(span => span.Source.Name).Distinct().ShouldContain("Npgsql");
        spans.Select(span => span.Source.Name).Distinct().ShouldContain("Marten");
        // All below the request, and that below the caller's own span.
        var request = spans.Single(span => span.Kind == ActivityKind.Server);
        request.DisplayName.ShouldStartWith("POST /v1/cases");
        request.ParentSpanId.ToString().ShouldBe(Parent);
        spans.Where(span => span != request).ShouldAllBe(span => spans.Any(other => other.SpanId == span.ParentSpanId));
        // The history names the same trace.
        var history = (await api.GetAsync($"{answer.Header("Location")}/history")).ShouldBe(200);
        history.Json.ToJsonString().ShouldContain(trace.ToString());
    }

    [Fact]
    public async Task shows_the_counting_of_a_report()
    {
        var (trace, answer) = await SendAsync(HttpMethod.Get, "/v1/reports/statistics?from=2023-01-01&to=2023-06-13", null);
        answer.ShouldBe(200);
        var spans = await api.SpansAsync(trace, "GET /v1/reports/statistics", "count");
        spans.ShouldContain(span => span.DisplayName == "count");
    }

    [Fact]
    public async Task shows_a_webhooks_request_and_gives_it_the_trace()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await Hook.CreateAsync(api, $"{subscriber.Url}?token={Uri.EscapeDataString(Secret)}", types: "case_received");
        await api.ReceiveAsync(new { receivedOn = "2026-01-06" });
        var received = (await subscriber.ShouldGetAsync(1))[0];
        var sent = ActivityContext.Parse(received.Headers["traceparent"], null);
        var spans = await api.SpansAsync(sent.TraceId, "POST");
        var request = spans.Single(span => span.SpanId == sent.SpanId);
        request.GetTagItem("url.full").ShouldBe(new Uri(subscriber.Url).GetLeftPart(UriPartial.Authority));
        (await api.SpansFromAsync("Wolverine")).ShouldNotBeEmpty();
        Told(spans).ShouldNotContain(each => each.Contains("/hook") || each.Contains("token") || each.Contains("Zwollsman"));
    }

    [Fact]
    public async Task tells_nothing_of_a_person_nor_of_the_case_that_is_read()
    {
        var address = await api.ReceiveAsync(
            new
            {
                number = "TR-2026-0007",
                receivedOn = "2026-01-05",
                resident = new { name = Secret },
                summary = "Utredes-av-fastlegen",
            }
        );
        var id = address.Split('/')[^1];
        string[] planted = [Secret, Uri.EscapeDataString(Secret), "fastlegen", id, "TR-2026-0007"];
        foreach (
            var read in new[]
            {
                address,
                $"{address}/personal-data?purpose=audit",
                $"{address}/history",
                "/v1/cases?number=TR-2026-0007",
                "/v1/cases/by-number/TR-2026-0007",
                $"/v1/cases/{id}/{Uri.EscapeDataString(Secret)}",
                $"/v1/cases?sort={Uri.EscapeDataString(Secret)}",
            }
        )
        {
            var (trace, _) = await SendAsync(HttpMethod.Get, read, null);
            var spans = await api.SpansAsync(trace);
            for (var waits = 0; spans.All(span => span.Kind != ActivityKind.Server) && waits < 100; waits++)
            {
                await Task.Delay(20, OmbudApi.Cancel);
                spans = await api.SpansAsync(trace);
            }
            spans.ShouldContain(span => span.Kind == ActivityKind.Server, read);
            Told(spans).Where(told => planted.Any(each => told.Contains(each, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty(read);
        }
    }

    /// <summary>The span of the caller, which it names in <c>traceparent</c>.</summary>
    private const string Parent = "00f067aa0ba902b7";

    private async Task<(ActivityTraceId Trace, Answer Answer)> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(method, address)
        {
            Content = content,
            Headers = { { "traceparent", $"00-{trace}-{Parent}-01" } },
        };
        // This process traces its own requests too, and would name its own span.
        using var caller = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null })
        {
            BaseAddress = api.Http.BaseAddress,
        };
        return (trace, await Answer.OfAsync(await caller.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel));
    }

    private static IEnumerable<string> Told(IEnumerable<Activity> spans) =>
        spans.SelectMany(span =>
            span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags))
                .Select(tag => $"{span.Source.Name} {span.DisplayName}: {tag.Key} {tag.Value}")
                .Append(span.DisplayName)
                .Concat(span.Baggage.Select(each => $"{each.Key} {each.Value}"))
        );
}
