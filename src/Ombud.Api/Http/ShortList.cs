using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>Pages of a list that is short enough to be read as a whole.</summary>
internal static class ShortList
{
    public const int MostAtOnce = 200;

    internal sealed record LastSeen(Guid Id);

    public static IEnumerable<Fault> Faults(string? cursor, int limit)
    {
        if (limit is < 1 or > MostAtOnce)
            yield return new("limit", "out_of_range", $"Give 1 to {MostAtOnce}.") { Value = $"{limit}" };
        if (cursor is not null && Cursor.Read<LastSeen>(cursor) is null)
            yield return new("cursor", "invalid_value", "Give the next of an earlier page, unchanged.") { Value = cursor };
    }

    public static Page<T> Of<T>(IEnumerable<T> all, Func<T, Guid> id, string? cursor, int limit, HttpContext http)
    {
        var rest = cursor is null ? all : all.SkipWhile(each => id(each) != Cursor.Read<LastSeen>(cursor)!.Id).Skip(1);
        var items = rest.Take(limit + 1).ToList();
        if (items.Count <= limit)
            return new(items, null);
        var next = Cursor.Write(new LastSeen(id(items[limit - 1])));
        http.LinkNext(next);
        return new(items[..limit], next);
    }
}
