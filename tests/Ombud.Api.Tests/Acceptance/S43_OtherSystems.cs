using System.Diagnostics;
using Npgsql;
using Ombud.Api.Tests.Events;
using Ombud.Api.Tests.Webhooks;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>An event recorded is in the feed within a second, once, in order.</summary>
public sealed class S43_OtherSystems(OmbudApi api) : IClassFixture<OmbudApi>
{
    private readonly FeedReader _reader = new(api);

    [Fact]
    public async Task hear_within_a_second_while_a_transaction_elsewhere_stays_open_and_after_others_were_rolled_back()
    {
        await using var elsewhere = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        await using var open = await elsewhere.BeginTransactionAsync(OmbudApi.Cancel);
        await new NpgsqlCommand("select pg_current_xact_id()::text", elsewhere).ExecuteScalarAsync(OmbudApi.Cancel);
        await _reader.CatchUpAsync();
        var heard = new List<string>();
        for (var time = 0; time < 5; time++)
        {
            await using (var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel))
            await using (var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel))
            {
                await RawLog.DrawAsync(connection, Guid.CreateVersion7());
                await transaction.RollbackAsync(OmbudApi.Cancel);
            }
            var recorded = await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
            var waited = Stopwatch.StartNew();
            var events = await _reader.ReadAsync(1);
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
            ((string)events[0]["dataref"]!).ShouldBe(recorded);
            heard.Add((string)events[0]["sequence"]!);
        }
        heard.ShouldBe(heard.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task are_told_by_a_webhook_with_a_valid_signature()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url, "drammen", "case_received");
        var recorded = await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
        var received = (await subscriber.ShouldGetAsync(1))[0];
        (received.Dataref, received.IsSignedWith(hook.Secret)).ShouldBe((recorded, true));
    }
}
