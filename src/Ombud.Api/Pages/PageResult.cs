using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Ombud.Api.Pages;

/// <summary>
/// A page, rendered as a whole before the first byte is sent. Without the framework's own result for components, which brings
/// antiforgery tokens and a key ring on disk for forms that change something; these pages only show.
/// </summary>
/// <param name="parameters">The component's.</param>
internal sealed class PageResult<TPage>(int status, Voice voice, params (string Name, object Value)[] parameters) : IResult
    where TPage : PageComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CascadingValue<Voice>>(Spoken())).ToHtmlString());
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src '{PageStyle.Hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = voice.Language;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    private ParameterView Spoken() => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(CascadingValue<>.Value)] = voice,
        [nameof(CascadingValue<>.IsFixed)] = true,
        [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)(page =>
        {
            page.OpenComponent<TPage>(0);
            page.AddMultipleAttributes(1, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
            page.CloseComponent();
        }),
    });
}
