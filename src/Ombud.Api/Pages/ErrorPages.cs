using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>The page in place of one that cannot be shown.</summary>
internal static class ErrorPages
{
    public static PageResult<ErrorPage> Of(int status, PageAddress address, params IReadOnlyList<Fault> faults) =>
        new(
            status,
            new(address.Language ?? "en", DateTimeZone.Utc),
            (nameof(ErrorPage.Address), address),
            (nameof(ErrorPage.Faults), faults)
        );
}
