using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Access.Keys;

namespace Ombud.Api.Tests.Access;

/// <summary>The API as it runs for others: in Production, with an issuer of tokens and API keys.</summary>
public class GuardedApi : OmbudApi
{
    public Issuer Issuer { get; } = new();

    internal ApiKeys Keys => Services.GetRequiredService<ApiKeys>();

    protected override void Configure(IWebHostBuilder host) =>
        host.UseEnvironment("Production")
            .UseSetting("Ombud:Access:Issuer", Access.Issuer.Name)
            .UseSetting("Ombud:Access:Audience", Access.Issuer.Audience)
            .UseSetting("Ombud:Access:JwksFile", Issuer.JwksFile)
            .UseSetting("Ombud:Access:Consumers:964965226", "drammen")
            // The matrix asks more often in a minute than anybody may.
            .UseSetting("Ombud:RateLimit:PerMinute", "1000000")
            .UseSetting("Ombud:RateLimit:StrangersPerMinute", "1000000");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Issuer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A key that lasts.</summary>
    public async Task<string> KeyAsync(string municipality, params string[] scopes) =>
        (
            await Keys.CreateAsync(
                "test",
                municipality,
                scopes,
                SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1),
                "test",
                Cancel
            )
        ).ToString();

    /// <summary>Asks with a proof, or with none.</summary>
    public async Task<Answer> AskAsync(
        string? bearer,
        string address = "/v1/municipality",
        HttpMethod? method = null,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address) { Content = content };
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.OfAsync(await Http.SendAsync(request, Cancel), Cancel);
    }
}
