namespace Ombud.Testing;

/// <summary>Reads a list page by page, and gives up where it has no end.</summary>
public static class PageByPage
{
    /// <summary>More than any list of the tests has.</summary>
    public const int Most = 200;

    /// <param name="first">What the first page is read by: an address, a filter.</param>
    /// <param name="next">What the page after this one is read by; null after the last.</param>
    /// <exception cref="InvalidOperationException">There are more than <see cref="Most"/>: the cursor stands still.</exception>
    public static async IAsyncEnumerable<TPage> WalkAsync<TPlace, TPage>(
        TPlace first,
        Func<TPlace, Task<TPage>> read,
        Func<TPage, TPlace?> next
    )
        where TPlace : class
    {
        var place = first;
        for (var pages = 0; place is not null; pages++)
        {
            if (pages == Most)
                throw new InvalidOperationException($"There are more than {Most} pages; the last was to be read by {place}.");
            var page = await read(place);
            yield return page;
            place = next(page);
        }
    }
}
