using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Ombud.Api.Http;

/// <summary>A stream's version as a strong entity tag: <c>"7"</c>.</summary>
internal static class ETags
{
    public static void SetVersion(this HttpContext context, long version) =>
        context.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>True where the caller already has this version.</summary>
    public static bool Has(this HttpRequest request, long version) => request.Has($"\"{version}\"");

    /// <param name="etag">With its quotation marks.</param>
    public static bool Has(this HttpRequest request, string etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any || (!tag.IsWeak && tag.Tag == etag));
}

/// <summary>The version that the caller has seen, from <c>If-Match</c>; null where it does not matter.</summary>
internal sealed record ExpectedVersion(long? Value, IReadOnlyList<Domain.Fault> Faults) : IInput
{
    public static ValueTask<ExpectedVersion> BindAsync(HttpContext context)
    {
        var given = context.Request.Headers.IfMatch.ToString();
        return ValueTask.FromResult<ExpectedVersion>(
            given is "" or "*" ? new(null, [])
            : given.Length > 2
            && given[0] == '"'
            && given[^1] == '"'
            && long.TryParse(given.AsSpan(1, given.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? new(version, [])
            : new(null, [new("If-Match", "invalid_value", "Give one ETag as this API sends it, such as \"7\".") { Value = given }])
        );
    }
}
