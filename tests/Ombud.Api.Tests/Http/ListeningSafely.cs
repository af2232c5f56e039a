using Ombud.Api.Hosting;

namespace Ombud.Api.Tests.Http;

public sealed class ListeningSafely
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:0")]
    public void is_allowed_on_loopback_everywhere(string url)
    {
        ListenAddressCheck.Refusal("Development", [url], tlsByProxy: false).ShouldBeNull();
        ListenAddressCheck.Refusal("Production", [url], tlsByProxy: false).ShouldBeNull();
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("https://192.0.2.7:5080")]
    [InlineData("http://localhost.example:5080")]
    public void is_refused_anywhere_else_in_development(string url) =>
        ListenAddressCheck.Refusal("Development", [url], tlsByProxy: true).ShouldNotBeNull().ShouldContain("loopback only");

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    public void is_refused_in_the_clear_unless_a_proxy_ends_tls(string url)
    {
        ListenAddressCheck.Refusal("Production", ["https://*:5443", url], tlsByProxy: false).ShouldNotBeNull().ShouldContain("TlsByProxy");
        ListenAddressCheck.Refusal("Production", [url], tlsByProxy: true).ShouldBeNull();
        ListenAddressCheck.Refusal("Production", ["https://*:5443"], tlsByProxy: false).ShouldBeNull();
    }
}
