using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// Answers every fault in query, headers and body at once, those that the rules find among them, so that handlers see only what
/// can be read. Refuses query parameters that an endpoint does not take.
/// </summary>
internal sealed class FaultsFilter(IRulesCheck rules) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var inputs = context.Arguments.OfType<IInput>().ToList();
        var faults = inputs.SelectMany(input => input.Faults).ToList();
        if (http.GetEndpoint()?.Metadata.GetMetadata<QueryMetadata>() is null)
            faults.AddRange(http.Request.Query.Keys.Select(name => new Fault(name, "unknown_field", "This address takes no query parameters.")));
        if (faults.Count == 0)
            return await next(context);
        if (inputs.Select(input => input.Readable).FirstOrDefault(readable => readable is not null) is { } command && inputs.OfType<Caller>().SingleOrDefault() is { Faults.Count: 0 } caller)
            faults.AddRange(await AlsoAsync(caller, command, faults, http));
        return Problems.Invalid(faults);
    }

    /// <summary>What the rules find in the fields that could be read.</summary>
    private async Task<List<Fault>> AlsoAsync(Caller caller, object command, List<Fault> known, HttpContext http)
    {
        var found = await rules.FaultsAsync(caller, RouteId(http, "id"), RouteId(http, "requestId"), command, http.RequestAborted);
        return [.. found.Where(fault => known.All(other => Field(other) != Field(fault)))];
    }

    private static Guid? RouteId(HttpContext http, string name) => http.Request.RouteValues[name] is string text ? Guid.Parse(text) : null;

    private static string Field(Fault fault) => fault.Field.Split('[')[0];
}
