using Ombud.Api.Access;

namespace Ombud.Api.Contract;

/// <summary>The texts that the contract points to: what changed, and the terms of use.</summary>
internal static class TextPages
{
    public static void MapTextPages(this WebApplication app)
    {
        foreach (var (path, name) in new[] { ("/changelog", "CHANGELOG.md"), ("/terms", "terms.md") })
        {
            var text = StartPage.Text(name);
            app.MapGet(path, () => TypedResults.Content(text, "text/markdown; charset=utf-8")).ExcludeFromDescription().AllowAnyCaller();
        }
    }
}
