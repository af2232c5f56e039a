using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ombud.Api.RequestLimits;

/// <summary>How large a request may be, and how slow.</summary>
internal static class KestrelLimits
{
    private const long LargestBody = 1_000_000;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestLineSize = LargestHead.Address * LargestHead.Wider;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead.Headers * LargestHead.Wider;
        kestrel.Limits.MaxRequestHeaderCount = LargestHead.Number * LargestHead.Wider;
        kestrel.ConfigureEndpointDefaults(listen => listen.ApplicationServices.GetRequiredService<ConnectionLimits>().Apply(listen));
        // A client that sends a byte now and then to keep a connection open is disconnected.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
    }
}
