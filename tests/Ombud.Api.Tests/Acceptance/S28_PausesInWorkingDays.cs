using System.Text;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A pause lengthens a term in working days by the working days in it: here eight of them, in Norway.</summary>
public sealed class S28_PausesInWorkingDays(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        var file = OmbudApi.Configuration();
        file["deadlineRules"] = JsonNode.Parse(
            """
            [{"id":"drammen.eight","version":1,"kind":"local_target","term":"P8WD","start":"receipt","timeliness":"received",
              "movedBy":["holiday"],"inForceFrom":"2018-08-01","nb":"Åtte virkedager","da":"Otte hverdage","en":"Eight working days",
              "law":"Kommunestyrets vedtak","pauses":["awaiting_other_body"]}]
            """
        );
        using var body = new StringContent(file.ToJsonString(), Encoding.UTF8, "application/json");
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", body, "drammen", null)).ShouldBe(200);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2024-02-01", null, "2024-02-13")]
    [InlineData("2024-02-01", "2024-02-03/2024-02-05", "2024-02-13")]
    [InlineData("2024-02-01", "2024-02-07/2024-02-09", "2024-02-15")]
    [InlineData("2025-04-09", null, "2025-04-24")]
    [InlineData("2025-04-09", "2025-04-17/2025-04-22", "2025-04-24")]
    [InlineData("2025-04-09", "2025-04-15/2025-04-23", "2025-04-29")]
    public async Task move_the_date_by_working_days_alone(string start, string? pause, string dueOn)
    {
        var answer = await api.CalculateAsync($"rule=drammen.eight&start={start}{(pause is null ? "" : $"&pauses={pause}")}");
        ((string?)answer["dueOn"]).ShouldBe(dueOn);
    }

    [Fact]
    public async Task are_explained_in_working_days() =>
        (await api.CalculateAsync("rule=drammen.eight&start=2025-04-09&pauses=2025-04-15/2025-04-23&language=en"))["explanation"]!
            .AsArray()
            .Select(step => (string)step!)
            .ShouldContain(step => step.Contains("3 working days") && step.Contains("29 April 2025"));
}
