namespace Ombud.Api.Pages;

/// <summary>
/// A page, rendered as a whole before the first byte is sent. Without the framework's own result for components, which brings routing
/// and streaming that these pages have no use for.
/// </summary>
/// <param name="parameters">The component's.</param>
internal sealed class PageResult<TPage>(int status, TextFormat format, params (string Name, object Value)[] parameters) : IResult
    where TPage : PageComponent
{
    /// <summary>Those that stand in the page; a browser takes no other.</summary>
    public IReadOnlyList<PageStyle> Styles { get; init; } = [PageStyle.Pages];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await PageRenderer.RenderAsync<TPage>(httpContext.RequestServices, format, PageFrame.Of(httpContext), parameters);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {string.Join(' ', Styles.Select(style => $"'{style.Hash}'"))}; form-action "
            + "'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.ContentLanguage = format.Language;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }
}
