using System.Globalization;
using Microsoft.Net.Http.Headers;
using Ombud.Projections.Engine;

namespace Ombud.Api.Http;

/// <summary>A stream's version as a strong entity tag: <c>"7"</c>.</summary>
internal static class ETags
{
    public static void SetVersion(this HttpContext context, long version) => context.Response.Headers.ETag = Of(version);

    /// <summary>True where the caller already has this version.</summary>
    public static bool Has(this HttpRequest request, long version) => request.Has(Of(version));

    /// <summary>
    /// True where <c>If-None-Match</c> has this tag among others, be it as a weak one (RFC 9110, section 13.1.2), or any.
    /// </summary>
    /// <param name="etag">With its quotation marks.</param>
    public static bool Has(this HttpRequest request, string etag)
    {
        var own = new EntityTagHeaderValue(etag);
        return request
            .GetTypedHeaders()
            .IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any || tag.Compare(own, useStrongComparison: false));
    }

    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <summary>The versions that the caller has seen, from <c>If-Match</c>; null where it does not matter.</summary>
internal sealed record ExpectedVersion(ExpectedVersions? Value, IReadOnlyList<Domain.Fault> Faults) : IInput
{
    public static ValueTask<ExpectedVersion> BindAsync(HttpContext context) =>
        ValueTask.FromResult(Read([.. context.Request.Headers.IfMatch.OfType<string>().Where(given => given.Length > 0)]));

    private static ExpectedVersion Read(string[] given) =>
        given.Length == 0 ? new(null, [])
        : EntityTagHeaderValue.TryParseStrictList(given, out var tags)
            ? new(new(tags.Contains(EntityTagHeaderValue.Any), [.. tags.Select(Version).OfType<long>()]), [])
        : new(
            null,
            [
                new("If-Match", "invalid_value", "Give an ETag as this API sends it, such as \"7\"; several with commas between; or *.")
                {
                    Value = string.Join(", ", given),
                },
            ]
        );

    /// <summary>Null for a tag that no version of ours has: a weak one, or another program's.</summary>
    private static long? Version(EntityTagHeaderValue tag) =>
        tag is { IsWeak: false, Tag.Length: > 2 }
        && long.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && tag.Tag == ETags.Of(version)
            ? version
            : null;
}
