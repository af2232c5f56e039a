namespace Ombud.Api.Tests.Audit;

/// <summary>By SQL, past the program.</summary>
public sealed class ATamperedHistory(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task is_named_with_its_stream_its_event_and_what_is_wrong()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-05-02", withinMandate = true });
        var id = Guid.Parse(address.Split('/')[^1]);
        await using var command = api.Database.CreateCommand(
            "update ombud.mt_events set user_name = 'somebody else' where tenant_id = 'drammen' and stream_id = $1 and version = 2"
        );
        command.Parameters.Add(new() { Value = id });
        (await command.ExecuteNonQueryAsync(OmbudApi.Cancel)).ShouldBe(1);

        var found = (await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json;
        ((bool?)found["whole"]).ShouldBe(false);
        var broken = found["broken"]!.AsArray().ShouldHaveSingleItem()!;
        ((Guid?)broken["streamId"], (int?)broken["version"], (string?)broken["type"], (string?)broken["damage"]).ShouldBe(
            (id, 2, "case_assessed", "changed")
        );
        ((bool?)(await api.GetAsync("/v1/audit/verification", "ringsted")).Json["whole"]).ShouldBe(true);
    }
}
