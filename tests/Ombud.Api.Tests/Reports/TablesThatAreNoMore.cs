using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Reports;

/// <summary>A configuration may name a table that a later version of the program does not have.</summary>
public sealed class TablesThatAreNoMore(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Fact]
    public async Task are_named_at_the_start_in_readiness_and_to_whoever_publishes()
    {
        var drammen = await api.KeyAsync("drammen", "admin");
        var ringsted = await api.KeyAsync("ringsted", "admin", "reports:publish");
        await using (
            var command = api.Database.CreateCommand(
                """
                update ombud.mt_events set data = data || '{"reportTables":[{"table":"cases.byUnit"},{"table":"cases.byColour"}]}'
                where type = 'municipality_configured' and tenant_id = 'ringsted'
                """
            )
        )
            (await command.ExecuteNonQueryAsync(OmbudApi.Cancel)).ShouldBe(1);
        await using var later = api.Node();
        using var http = later.CreateClient();

        await api.Log.ShouldSayAsync(
            "Warning",
            "ringsted: reportTables[1].table of the configuration names cases.byColour. Cases can be counted byMonth"
        );
        var theirs = await AskAsync(http, ringsted, "/health/ready");
        ((string?)theirs["status"]).ShouldBe("degraded");
        var missing = theirs["reportTables"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)missing["municipality"], (string?)missing["table"]).ShouldBe(("ringsted", "cases.byColour"));
        ((string?)missing["detail"])!.ShouldContain("byUnit");
        var others = await AskAsync(http, drammen, "/health/ready");
        ((string?)others["status"], others["reportTables"]!.AsArray().Count).ShouldBe(("healthy", 0));

        var error = (
            await AskAsync(
                http,
                ringsted,
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2020-01-01",
                    to = "2020-12-31",
                }
            )
        )["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)error["field"], (string?)error["code"]).ShouldBe(("municipality.reportTables[1].table", "unknown_table"));
        ((string?)error["detail"])!.ShouldContain("PUT /v1/municipality");
    }

    private static async Task<JsonNode> AskAsync(HttpClient http, string key, string address, object? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address)
        {
            Content = body is null ? null : JsonContent.Create(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
        };
        using var answer = await http.SendAsync(request, OmbudApi.Cancel);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(OmbudApi.Cancel))!;
    }
}
