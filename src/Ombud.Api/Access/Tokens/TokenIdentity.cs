using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Ombud.Api.Http;

namespace Ombud.Api.Access.Tokens;

/// <summary>What a token that was found good says of its caller.</summary>
internal static class TokenIdentity
{
    private const int LongestName = 200;

    // Norwegian organisation numbers and Danish CVR numbers (ISO 6523).
    private static readonly string[] Registers = ["0192", "0184"];

    /// <returns>Null where the token does not say whose it is.</returns>
    public static CallerIdentity? Of(JsonWebToken read, AccessSettings settings)
    {
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(read.EncodedPayload));
        var token = payload.RootElement;
        var subject = Text(token, "sub") ?? Text(token, "client_id") ?? Text(token, "azp");
        // Delegation (RFC 8693): the subject is the user, and the claim act names the system that acts for it.
        var acting =
            Claim(token, "act") is { ValueKind: JsonValueKind.Object } act
            && act.TryGetProperty("sub", out var sub)
            && sub.ValueKind == JsonValueKind.String
                ? sub.GetString()
                : null;
        var (who, consumer) = (acting ?? subject, Consumer(token));
        if (who is null || !IsName(who) || (acting is not null && (subject is null || !IsName(subject))))
            return null;
        return new(
            $"token:{who}{(consumer is null ? "" : $"@{consumer}")}",
            Municipalities(token, consumer, settings),
            ScopesOf(token, settings),
            acting is null ? null : subject
        );
    }

    private static List<string> Municipalities(JsonElement token, string? consumer, AccessSettings settings)
    {
        var named = Words(token, settings.MunicipalityClaim, spaced: false).Where(Caller.IsCode).Distinct().ToList();
        return named.Count == 0 && consumer is not null && settings.Consumers.TryGetValue(consumer.Split(':')[1], out var municipality)
            ? [municipality]
            : named;
    }

    private static FrozenSet<string> ScopesOf(JsonElement token, AccessSettings settings)
    {
        var words = Words(token, "scope", spaced: true)
            .Concat(Words(token, "scp", spaced: true))
            .Where(word => word.StartsWith(settings.ScopePrefix, StringComparison.Ordinal));
        // Maskinporten writes a scope's last part with a full stop.
        var named = settings.ScopePrefix.Length == 0 ? words : words.Select(word => word[settings.ScopePrefix.Length..].Replace('.', ':'));
        return named.Where(Scopes.All.Contains).Concat(Roles.ScopesOf(Words(token, "roles", spaced: false))).ToFrozenSet();
    }

    /// <summary>Maskinporten's name of an organisation, such as <c>0192:964965226</c>.</summary>
    private static string? Consumer(JsonElement token) =>
        Claim(token, "consumer") is { ValueKind: JsonValueKind.Object } consumer
        && consumer.TryGetProperty("authority", out var authority)
        && authority.ValueKind == JsonValueKind.String
        && authority.GetString() == "iso6523-actorid-upis"
        && consumer.TryGetProperty("ID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString()!.Split(':') is [var register, var number]
        && Registers.Contains(register)
        && number.Length is 8 or 9
        && number.All(char.IsAsciiDigit)
            ? id.GetString()
            : null;

    /// <summary>The words of a claim that is a text or a list of texts.</summary>
    private static IEnumerable<string> Words(JsonElement token, string claim, bool spaced) =>
        Claim(token, claim) switch
        {
            { ValueKind: JsonValueKind.String } text => spaced
                ? text.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                : [text.GetString()!],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!),
            _ => [],
        };

    private static string? Text(JsonElement token, string claim) =>
        Claim(token, claim) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Claim(JsonElement token, string claim) => token.TryGetProperty(claim, out var value) ? value : null;

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !name.Any(each => char.IsControl(each) || char.IsSurrogate(each));
}
