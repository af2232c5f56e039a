using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Ombud.Api.Pages;

/// <summary>Renders a page as a whole: to be sent, or to be kept as a file.</summary>
internal static class PageRenderer
{
    /// <param name="frame">What stands around it; null for a file.</param>
    /// <param name="parameters">The component's.</param>
    public static async Task<string> RenderAsync<TPage>(
        IServiceProvider services,
        TextFormat format,
        PageFrame? frame,
        params (string Name, object Value)[] parameters
    )
        where TPage : PageComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        RenderFragment page = content =>
        {
            content.OpenComponent<TPage>(0);
            content.AddMultipleAttributes(1, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
            content.CloseComponent();
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<TextFormat>>(Cascading(format, Within(frame, page)))).ToHtmlString()
        );
    }

    private static RenderFragment Within(PageFrame? frame, RenderFragment page) =>
        content =>
        {
            content.OpenComponent<CascadingValue<PageFrame?>>(0);
            content.AddMultipleAttributes(1, Cascading(frame, page).ToDictionary()!);
            content.CloseComponent();
        };

    private static ParameterView Cascading<T>(T value, RenderFragment content) =>
        ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = value,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = content,
            }
        );
}
