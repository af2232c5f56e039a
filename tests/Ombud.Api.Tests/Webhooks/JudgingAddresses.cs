using System.Net;
using Ombud.Api.Webhooks;

namespace Ombud.Api.Tests.Webhooks;

public sealed class JudgingAddresses
{
    private static readonly AddressRules Strict = new(AllowLoopback: false, []);

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2a00:1450:400f:80c::200e")]
    public void takes_public_ones(string address) => Strict.Refusal(IPAddress.Parse(address)).ShouldBeNull();

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.255", "loopback")]
    [InlineData("::1", "loopback")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("10.0.0.0", "private")]
    [InlineData("172.16.0.0", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.255.255", "private")]
    [InlineData("fc00::1", "private")]
    [InlineData("fdff::1", "private")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("100.64.0.1", "shared")]
    [InlineData("0.0.0.0", "no address")]
    [InlineData("::", "no address")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("198.18.0.1", "reserved")]
    [InlineData("2001:db8::1", "reserved")]
    [InlineData("64:ff9b::a01:203", "within one of IPv6")]
    [InlineData("2002:a01:203::1", "within one of IPv6")]
    [InlineData("::10.1.2.3", "within one of IPv6")]
    public void refuses_all_others_by_name(string address, string name) =>
        Strict.Refusal(IPAddress.Parse(address)).ShouldNotBeNull().ShouldContain(name);

    [Fact]
    public void takes_this_machine_in_development_alone()
    {
        var development = new AddressRules(AllowLoopback: true, []);
        development.Refusal(IPAddress.Loopback).ShouldBeNull();
        development.Refusal(IPAddress.IPv6Loopback).ShouldBeNull();
        development.Refusal(IPAddress.Parse("10.0.0.1")).ShouldNotBeNull();
    }

    [Fact]
    public void takes_a_network_that_was_configured_and_no_other()
    {
        var rules = new AddressRules(AllowLoopback: false, [IPNetwork.Parse("10.20.0.0/16")]);
        rules.Refusal(IPAddress.Parse("10.20.255.1")).ShouldBeNull();
        rules.Refusal(IPAddress.Parse("::ffff:10.20.0.1")).ShouldBeNull();
        rules.Refusal(IPAddress.Parse("10.21.0.1")).ShouldNotBeNull();
    }
}
