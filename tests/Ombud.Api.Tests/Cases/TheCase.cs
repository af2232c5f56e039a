namespace Ombud.Api.Tests.Cases;

/// <summary>Situations that tests begin with.</summary>
internal static class TheCase
{
    public static readonly object Received = new
    {
        receivedOn = "2023-03-06",
        channel = "phone",
        withinMandate = true,
        requiresResponse = true,
        serviceArea = "municipal_housing",
        matters = new[] { "late_or_no_reply" },
    };

    public static Task<string> ReceivedAsync(this OmbudApi api) => api.ReceiveAsync(Received);

    public static async Task<string> ClosedAsync(this OmbudApi api)
    {
        var address = await api.ReceivedAsync();
        await api.DoAsync($"{address}/closure", new { outcome = "guided", closedOn = "2023-04-20" });
        return address;
    }
}
