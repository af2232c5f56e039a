using System.Text.Json.Nodes;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Cases;

/// <summary>Accept decides what a history is written as.</summary>
public sealed class HistoriesInOtherForms(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Header =
        "version,type,recorded_at,occurred_on,by,on_behalf_of,cause,stream_kind,stream,field,before,after,hash,withdrawn_by";

    [Fact]
    public async Task are_one_entry_a_line_as_ndjson()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var answer = (await story.AsAsync("application/x-ndjson")).ShouldBe(200);
        answer.ContentType.ShouldBe("application/x-ndjson");
        AFollowedUpCase
            .Lines(answer)
            .Select(line => JsonNode.Parse(line)!.ToJsonString())
            .ShouldBe((await story.EntriesAsync()).Select(entry => entry.ToJsonString()));
    }

    [Fact]
    public async Task are_one_row_for_each_changed_field_as_csv()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var answer = (await story.AsAsync("text/csv")).ShouldBe(200);
        answer.ContentType.ShouldBe("text/csv");
        answer.Header("Vary").ShouldBe("Accept");
        var lines = AFollowedUpCase.Lines(answer);
        lines[0].ShouldBe(Header);
        var entries = await story.EntriesAsync();
        lines.Length.ShouldBe(1 + entries.Sum(entry => Math.Max(1, entry["changes"]!.AsArray().Count)));
        var closing = entries[^1];
        lines.ShouldContain(
            $"4,case_closed,{closing["recordedAt"]},2023-04-20,local-developer,,{closing["causationId"]},case,"
                + $"{story.Id},status,open,closed,{closing["seal"]!["hash"]},"
        );
        lines.ShouldContain(line => line.Contains($",measure,{story.Measure},title,,A desk for letters,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task run_nothing_in_a_spreadsheet()
    {
        var story = await AFollowedUpCase.OfAsync(api, "=HYPERLINK(\"http://elsewhere\",\"look\")", "@SUM(1)");
        var csv = string.Join('\n', AFollowedUpCase.Lines(await story.AsAsync("text/csv")));
        csv.ShouldContain(",text,,\"'=HYPERLINK(\"\"http://elsewhere\"\",\"\"look\"\")\",");
        csv.ShouldContain(",title,,'@SUM(1),");
        csv.ShouldNotContain(",=HYPERLINK");
        csv.ShouldNotContain(",@SUM");
    }

    [Fact]
    public async Task keep_to_the_version_and_the_order_that_were_asked_for()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        AFollowedUpCase
            .Lines(await story.AsAsync("application/x-ndjson", "?version=3&order=occurred"))
            .Select(line => (string?)JsonNode.Parse(line)!["type"])
            .ShouldBe(["case_received", "case_assessed", "recommendation_issued", "recommendation_linked"]);
    }

    [Theory]
    [InlineData("recommendations")]
    [InlineData("measures")]
    [InlineData("reports")]
    public async Task are_had_of_every_kind_of_thing(string kind)
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var id = kind switch
        {
            "recommendations" => story.Recommendation,
            "measures" => story.Measure,
            _ => story.Report,
        };
        AFollowedUpCase
            .Lines((await api.GetAsync($"/v1/{kind}/{id}/history", accept: "text/csv")).ShouldBe(200))
            .ShouldAllBe(line => line == Header || line.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task are_refused_as_anything_else()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        (await story.AsAsync("application/pdf")).ShouldBeProblem(406, "not-acceptable");
        (await story.AsAsync("application/json;q=0.2, text/csv")).ContentType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task have_a_tag_that_changes_when_what_touches_the_case_does()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var address = $"/v1/cases/{story.Id}/history";
        var tag = (await api.GetAsync(address)).ShouldBe(200).ETag!;
        (await api.GetAsync(address, ifNoneMatch: tag)).ShouldBe(304).Bytes.ShouldBeEmpty();
        (await story.AsAsync("text/csv")).ETag.ShouldNotBe(tag);
        (
            await api.PostAsync(
                $"/v1/measures/{story.Measure}/log",
                new
                {
                    status = "completed",
                    completedOn = "2023-05-02",
                    loggedOn = "2023-05-02",
                }
            )
        ).ShouldBe(200);
        (await api.GetAsync(address, ifNoneMatch: tag)).ShouldBe(200).ETag.ShouldNotBe(tag);
    }
}
