using NodaTime;
using NodaTime.Text;
using Ombud.Api.Access.Keys;
using Ombud.Api.Terminal;

namespace Ombud.Api.CommandLine;

/// <summary>Keys as lines, each complete, so that they can be searched and cut by tabs.</summary>
internal static class KeysTable
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static void Print(IReadOnlyList<ApiKey> keys, Instant now, Screen screen)
    {
        if (keys.Count == 0)
            screen.Line("There are no keys. ./ombud keys create makes one.");
        foreach (var key in keys)
            screen.Line(Line(key, now));
    }

    public static string Line(ApiKey key, Instant now) =>
        string.Join(
            '\t',
            key.Id,
            key.Municipality,
            key.Name,
            string.Join(' ', key.Scopes),
            $"made {Minute.Format(key.CreatedAt)} by {key.CreatedBy}",
            State(key, now),
            key.LastUsedAt is { } used ? $"last used {Minute.Format(used)}" : "never used"
        );

    private static string State(ApiKey key, Instant now) =>
        key.RevokedAt is { } revoked ? $"revoked {Minute.Format(revoked)}"
        : key.ExpiresAt <= now ? $"expired {Minute.Format(key.ExpiresAt)}"
        : $"expires {Minute.Format(key.ExpiresAt)}";
}
