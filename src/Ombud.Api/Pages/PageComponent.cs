using Microsoft.AspNetCore.Components;

namespace Ombud.Api.Pages;

/// <summary>A page, or a part of one: it knows whom it speaks to.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    public required Voice Voice { get; set; }
}
