using Microsoft.AspNetCore.Components;

namespace Ombud.Api.Pages;

/// <summary>A page, or a part of one, with the language and time zone that it is written in.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    public required TextFormat Format { get; set; }
}
