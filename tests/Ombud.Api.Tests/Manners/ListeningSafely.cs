using Ombud.Api.Hosting;

namespace Ombud.Api.Tests.Manners;

public sealed class ListeningSafely
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:0")]
    public void is_allowed_on_loopback_in_development(string url) => ListenGuard.Refusal("Development", [url]).ShouldBeNull();

    [Theory]
    [InlineData("Development", "http://0.0.0.0:5080")]
    [InlineData("Development", "http://*:5080")]
    [InlineData("Development", "http://192.0.2.7:5080")]
    [InlineData("Development", "http://localhost.example:5080")]
    [InlineData("Production", "http://127.0.0.1:5080")]
    public void is_refused_anywhere_else(string environment, string url) => ListenGuard.Refusal(environment, [url]).ShouldNotBeNull().ShouldContain("authenticate");
}
