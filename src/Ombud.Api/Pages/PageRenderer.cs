using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Ombud.Api.Pages;

/// <summary>Renders a page as a whole: to be sent, or to be kept as a file.</summary>
internal static class PageRenderer
{
    /// <param name="parameters">The component's.</param>
    public static async Task<string> RenderAsync<TPage>(
        IServiceProvider services,
        TextFormat format,
        params (string Name, object Value)[] parameters
    )
        where TPage : PageComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<TextFormat>>(ParametersOf<TPage>(format, parameters))).ToHtmlString()
        );
    }

    private static ParameterView ParametersOf<TPage>(TextFormat format, (string Name, object Value)[] parameters)
        where TPage : PageComponent =>
        ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = format,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)(
                    page =>
                    {
                        page.OpenComponent<TPage>(0);
                        page.AddMultipleAttributes(1, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
                        page.CloseComponent();
                    }
                ),
            }
        );
}
