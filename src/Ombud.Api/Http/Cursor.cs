using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Integrity.Json;

namespace Ombud.Api.Http;

/// <summary>Where the next page begins, opaque to callers.</summary>
internal static class Cursor
{
    public const string Pattern = "^[A-Za-z0-9_-]*$";

    public static string Write<T>(T place) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place, EventJson.Options));

    /// <summary>Names the address of the next page in the Link header (RFC 8288).</summary>
    /// <param name="parameter">The query parameter that a cursor is given in.</param>
    public static void LinkNext(this HttpContext http, string next, string parameter = "cursor")
    {
        var query = http.Request.Query.Where(each => each.Key != parameter).Append(new(parameter, next));
        http.Response.Headers.Link = $"<{http.Request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }

    /// <summary>The place, or null where the text is not a cursor of ours.</summary>
    public static T? Read<T>(string cursor)
        where T : class
    {
        try
        {
            // The decoder takes spaces and padding too.
            return
                cursor.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_')
                && JsonNode.Parse(Base64Url.DecodeFromChars(cursor)) is JsonObject place
                ? InputReader.Read<T>(place).Value
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
