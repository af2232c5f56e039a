using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Tests.Access;
using Ombud.Testing;

namespace Ombud.Api.Tests.SignIn;

/// <summary>The API in Production, where people sign in with a real provider.</summary>
public sealed class SignInApi : GuardedApi
{
    /// <summary>What browsers call it.</summary>
    public const string Address = "https://ombud.example";

    private ProviderProcess? _provider;

    /// <summary>The provider; the test is skipped, and says so, where there can be none.</summary>
    public ProviderProcess Provider
    {
        get
        {
            Assert.SkipWhen(ProviderProcess.Unavailable is not null, ProviderProcess.Unavailable ?? "");
            return _provider!;
        }
    }

    private readonly ShiftedTime _time = new(TimeSpan.Zero);

    /// <summary>Sessions are judged as so many minutes later, from now on.</summary>
    public void Later(int minutes) => _time.Shift += TimeSpan.FromMinutes(minutes);

    public override async ValueTask InitializeAsync()
    {
        if (ProviderProcess.Unavailable is null)
            _provider = await ProviderProcess.StartAsync(Address);
        await base.InitializeAsync();
        await ImportDrammenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_provider is not null)
            await _provider.DisposeAsync();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.ConfigureTestServices(services =>
            services.PostConfigure<CookieAuthenticationOptions>(Session.SchemeName, cookies => cookies.TimeProvider = _time)
        );
        foreach (
            var (name, value) in new[]
            {
                ("Authority", _provider?.Authority ?? "https://provider.example"),
                ("ClientId", "ombud"),
                ("ClientSecret", "secret-of-the-tests"),
                ("Address", Address),
                ("Grants:0:Value", "ombud-case-work"),
                ("Grants:0:Roles:0", "case_work"),
                ("Grants:0:Municipality", "drammen"),
                ("Grants:2:Value", "ombud-personal-data"),
                ("Grants:2:Roles:0", "personal_data"),
                ("Grants:2:Municipality", "drammen"),
                ("Grants:1:Value", "ombud-figures"),
                ("Grants:1:Roles:0", "figures"),
                ("Grants:1:Municipality", "ringsted"),
            }
        )
            host.UseSetting($"Ombud:Access:SignIn:{name}", value);
    }

    public Browser Browser() => new(this);

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<Browser> SignedInAsync(string person, params string[] groups)
    {
        Provider.Know((person, $"{person} Nordmann", groups));
        var browser = Browser();
        (await browser.SignInAsync("/", person)).Status.ShouldBe(200);
        return browser;
    }
}
