using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">At most as many as the limit, in the order of the list.</param>
/// <param name="Next">The cursor of the next page; absent on the last. The Link header names its address.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How every list is asked for page by page, and how a page ends.</summary>
internal static class Paging
{
    public const int MostAtOnce = 200;

    /// <typeparam name="TPlace">Where a page of this list begins.</typeparam>
    public static IEnumerable<Fault> Faults<TPlace>(string? cursor, int limit)
        where TPlace : class
    {
        if (limit is < 1 or > MostAtOnce)
            yield return new("limit", "out_of_range", $"Give 1 to {MostAtOnce}.") { Value = $"{limit}" };
        if (cursor is not null && Cursor.Read<TPlace>(cursor) is null)
            yield return new("cursor", "invalid_value", "Give the next of an earlier page, unchanged.") { Value = cursor };
    }

    /// <param name="found">One more than the limit, where there are more.</param>
    /// <param name="place">Where the page after a line begins.</param>
    public static Page<TItem> Of<TLine, TItem, TPlace>(
        IReadOnlyList<TLine> found,
        int limit,
        Func<TLine, TItem> item,
        Func<TLine, TPlace> place,
        HttpContext http
    )
    {
        List<TItem> items = [.. found.Take(limit).Select(item)];
        if (found.Count <= limit)
            return new(items, null);
        var next = Cursor.Write(place(found[limit - 1]));
        http.LinkNext(next);
        return new(items, next);
    }
}
