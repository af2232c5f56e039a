using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ombud.Api.RequestLimits;

/// <summary>How large a request may be, and how many connections there may be.</summary>
internal static class KestrelLimits
{
    private const long LargestBody = 1_000_000;
    private const int MostConnections = 1000;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestLineSize = LargestHead.Address * LargestHead.Wider;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead.Headers * LargestHead.Wider;
        kestrel.Limits.MaxRequestHeaderCount = LargestHead.Number * LargestHead.Wider;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        // A client that sends a byte now and then to keep a connection open is disconnected.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
    }
}
