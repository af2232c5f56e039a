using System.Text;
using System.Text.Json.Nodes;
using static Ombud.Api.Tests.ReportTexts.TheText;

namespace Ombud.Api.Tests.ReportTexts;

/// <summary>A report is published with what the office wrote in it, under one digest, and goes on saying so.</summary>
public sealed class PublishingAText(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task publishes_the_newest_of_the_kind_the_period_and_the_language_and_keeps_it()
    {
        var text = await api.BeginAsync("2023-01-01", "2023-01-31");
        await api.WriteAsync(text, Introduction("Januar var *rolig*."));
        await api.WriteAsync(text, Finding("Sent", "Svar kommer sent.", 2));
        await api.WriteAsync(text, Finding("Taust", "Svar kommer ikke.", 1));
        // Of another language, and of another period.
        await api.WriteAsync(await api.BeginAsync("2023-01-01", "2023-01-31", "en"), Introduction("January"));
        await api.WriteAsync(await api.BeginAsync("2023-01-01", "2023-02-28"), Introduction("To måneder"));

        var published = (await api.PublishAsync("2023-01-01", "2023-01-31")).ShouldBe(201);
        published.Json["text"]!.ToJsonString().ShouldBe($$"""{"id":"{{Id(text)}}","version":4}""");
        var address = published.Header("Location")!;
        var document = (await api.GetAsync(address)).ShouldBe(200);
        var written = document.Json["text"]!;
        ((string?)written["introduction"], (int?)written["version"]).ShouldBe(("Januar var *rolig*.", 4));
        written["findings"]!.AsArray().Select(each => (string?)each!["heading"]).ShouldBe(["Taust", "Sent"]);
        (await api.GetAsync("/v1/reports")).Json["items"]![0]!["text"]!["version"]!.GetValue<int>().ShouldBe(4);

        // What is written, withdrawn and removed afterwards changes nothing of it.
        await api.WriteAsync(text, Introduction("Januar var *travel*."));
        (await api.PostAsync($"{text}/entries/3/withdrawal", new { reason = "No finding" })).ShouldBe(200);
        (await api.GetAsync(address)).Bytes.ShouldBe(document.Bytes);
        await VerifiesAsync(address);

        var corrigendum = (await api.PublishAsync("2023-01-01", "2023-01-31", supersedes: Id(address))).ShouldBe(201);
        var corrected = (await api.GetAsync(corrigendum.Header("Location")!)).ShouldBe(200).Json["text"]!;
        ((string?)corrected["introduction"], corrected["findings"]!.AsArray().Count).ShouldBe(("Januar var *travel*.", 1));
        await VerifiesAsync(corrigendum.Header("Location")!);
    }

    [Fact]
    public async Task publishes_the_version_that_is_named()
    {
        var text = await api.BeginAsync("2022-01-01", "2022-01-31");
        await api.WriteAsync(text, Introduction("Godkjent."));
        await api.WriteAsync(text, Introduction("Ikke godkjent."));
        var published = await PublishAsync("2022-01-01", "2022-01-31", new { id = Id(text), version = 2 });
        ((string?)(await api.GetAsync(published)).Json["text"]!["introduction"]).ShouldBe("Godkjent.");
        await VerifiesAsync(published);
        var newest = await api.PublishAsync("2022-01-01", "2022-01-31", new { id = Id(text) }, supersedes: Id(published));
        ((int?)newest.ShouldBe(201).Json["text"]!["version"]).ShouldBe(3);
    }

    [Fact]
    public async Task publishes_the_figures_alone_where_nothing_is_written()
    {
        var without = await PublishAsync("2022-02-01", "2022-02-28");
        (await api.GetAsync(without)).Json.AsObject().ContainsKey("text").ShouldBeFalse();
        await VerifiesAsync(without);
        // A version without sections says so on purpose.
        var text = await api.BeginAsync("2022-03-01", "2022-03-31");
        await api.WriteAsync(text, Introduction("Ikke ferdig"));
        var published = await PublishAsync("2022-03-01", "2022-03-31", new { id = Id(text), version = 1 });
        (await api.GetAsync(published)).Json.AsObject().ContainsKey("text").ShouldBeFalse();
        await VerifiesAsync(published);
    }

    [Fact]
    public async Task refuses_a_text_of_another_report_or_that_there_is_not()
    {
        var text = await api.BeginAsync("2022-04-01", "2022-04-30");
        (await api.PublishAsync("2022-04-01", "2022-05-31", new { id = Id(text) })).Wrong().ShouldBe([("text.id", "other_report")]);
        (await api.PublishAsync("2022-04-01", "2022-04-30", new { id = Id(text) }, "en")).Wrong().ShouldBe([("text.id", "other_report")]);
        (await api.PublishAsync("2022-04-01", "2022-04-30", new { id = Guid.NewGuid() })).Wrong().ShouldBe([("text.id", "unknown_text")]);
        (await api.PublishAsync("2022-04-01", "2022-04-30", new { id = Id(text), version = 2 }))
            .Wrong()
            .ShouldBe([("text.version", "too_high")]);
        (await api.PublishAsync("2022-04-01", "2022-04-30", new { id = Id(text), version = 0 }))
            .Wrong()
            .ShouldBe([("text.version", "out_of_range")]);
    }

    [Fact]
    public async Task refuses_a_period_that_has_no_day_after_it() => (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "annual",
                    from = "9999-01-01",
                    to = "9999-12-31",
                }
            )
        ).Wrong().ShouldBe([("from", "in_the_future"), ("kind", "period_mismatch")]);

    [Fact]
    public async Task refuses_comments_on_tables_that_the_report_does_not_have()
    {
        var text = await api.BeginAsync("2022-06-01", "2022-06-30");
        await api.WriteAsync(text, Comment("by-month", "Juni"));
        await ConfigureAsync("""[{"table":"cases.byServiceArea*quarter"}]""");
        var refused = await api.PublishAsync("2022-06-01", "2022-06-30");
        refused.Wrong().ShouldBe([("text", "unknown_table")]);
        ((string?)refused.Json["errors"]![0]!["detail"])!.ShouldContain("cases-by-service-area-and-quarter");
        (await api.PostAsync($"{text}/removals", new { section = "comment", table = "by-month" })).ShouldBe(200);
        await api.WriteAsync(text, Comment("cases-by-service-area-and-quarter", "Kvartalet"));
        var published = await PublishAsync("2022-06-01", "2022-06-30");
        Encoding
            .UTF8.GetString((await api.GetAsync(published, accept: "text/html")).ShouldBe(200).Bytes)
            .ShouldContain("<div class=\"comment\"><p>Kvartalet</p></div>");
        await ConfigureAsync("[]");
        await VerifiesAsync(published);
    }

    [Fact]
    public async Task is_no_part_of_the_statistics()
    {
        var text = await api.BeginAsync("2023-03-01", "2023-03-31");
        await api.WriteAsync(text, Introduction("Mars var travel."));
        Encoding
            .UTF8.GetString(
                (await api.GetAsync("/v1/reports/statistics?from=2023-03-01&to=2023-03-31", accept: "text/html")).ShouldBe(200).Bytes
            )
            .ShouldNotContain("Mars var travel.");
    }

    private async Task<string> PublishAsync(string from, string to, object? text = null) =>
        (await api.PublishAsync(from, to, text)).ShouldBe(201).Header("Location")!;

    private async Task VerifiesAsync(string report) =>
        ((bool?)(await api.GetAsync($"{report}/verification")).ShouldBe(200).Json["equal"]).ShouldBe(true);

    private async Task ConfigureAsync(string tables)
    {
        var configuration = OmbudApi.Configuration();
        configuration.Remove("code");
        configuration["reportTables"] = JsonNode.Parse(tables);
        using var content = new StringContent(configuration.ToJsonString(), Encoding.UTF8, "application/json");
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", content, "drammen", null)).ShouldBe(200);
    }
}
