using System.Net;
using System.Text.Json.Nodes;

namespace Ombud.Failures.Tests;

/// <summary>What is wrong with one municipality is named, and keeps no other from being served.</summary>
public sealed class StartingOnAStoreWithAFault
{
    [Fact]
    public async Task names_it_and_serves_the_others()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        await place.Store.RunAsync(
            """
            with changed as (update ombud.mt_events set data = '[]'
                where type = 'municipality_configured' and tenant_id = 'drammen' returning 1),
            closed as (insert into ombud.fences values ('ringsted', '2999-01-01') returning 1)
            select 'done'
            """
        );
        up.Signal("TERM");
        (await up.ExitCodeAsync()).ShouldBe(0, up.Said);

        up = await place.UpAsync();
        up.Said.ShouldContain("The demo is passed over: Event 1 of stream");
        up.Said.ShouldContain("ringsted: History is closed up to 2999-01-01T00:00:00Z");
        using var http = new HttpClient { BaseAddress = place.Url };
        http.DefaultRequestHeaders.Add("Ombud-Municipality", "ringsted");
        (await http.GetAsync("/v1/recommendations", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = JsonNode.Parse(await http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken))!;
        ((string?)ready["status"]).ShouldBe("degraded");
        ((string?)ready["unreadable"]!["streams"]![0]!["municipality"]).ShouldBe("drammen");
        ((string?)ready["ahead"]![0]!["municipality"]).ShouldBe("ringsted");

        (await place.RunToEndAsync("rebuild")).ShouldContain("case_register");
        var verify = place.Run("verify");
        (await verify.ExitCodeAsync()).ShouldBe(1);
        verify.Said.ShouldContain("drammen: stream ");
        verify.Said.ShouldContain("ringsted: History is closed up to 2999-01-01T00:00:00Z");
        (await place.RunToEndAsync("clock", "reopen", "--municipality", "ringsted")).ShouldContain("ringsted: history is closed up to 20");
        up.HasEnded.ShouldBeFalse(up.Said);
    }
}
