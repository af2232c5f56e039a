using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>Answers every fault in query and body at once, so that handlers see only what can be read. Refuses query parameters that an endpoint does not take.</summary>
internal sealed class FaultsFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var faults = context.Arguments.OfType<IInput>().SelectMany(input => input.Faults).ToList();
        if (http.GetEndpoint()?.Metadata.GetMetadata<QueryMetadata>() is null)
            faults.AddRange(http.Request.Query.Keys.Select(name => new Fault(name, "unknown_field", "This address takes no query parameters.")));
        return faults.Count > 0 ? Problems.Invalid(faults) : await next(context);
    }
}
