using Ombud.Testing;

namespace Ombud.Projections.Tests;

/// <summary>How tests read lists: a list that does not end fails them, and does not hang them.</summary>
public sealed class ReadingPageByPage
{
    private static async Task<int> PagesAsync(Func<string, string?> next)
    {
        var pages = 0;
        await foreach (var _ in PageByPage.WalkAsync("1", Task.FromResult, next))
            pages++;
        return pages;
    }

    [Fact]
    public async Task ends_with_the_last_page() => (await PagesAsync(page => page.Length < 200 ? page + "1" : null)).ShouldBe(200);

    [Fact]
    public Task gives_up_where_the_cursor_stands_still() => Should.ThrowAsync<InvalidOperationException>(() => PagesAsync(page => page));
}
