using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// Answers every fault in query, headers and body at once, so that handlers see only valid input; for an endpoint that
/// <see cref="NamesEveryFault"/> the faults are passed to the handler with the caller. Refuses unknown query parameters.
/// </summary>
internal sealed class FaultsFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, endpoint) = (context.HttpContext, context.HttpContext.GetEndpoint());
        var inputs = context.Arguments.OfType<IInput>().ToList();
        var faults = inputs.SelectMany(input => input.Faults).ToList();
        if (endpoint?.Metadata.GetMetadata<QueryMetadata>() is null)
            faults.AddRange(
                http.Request.Query.Keys.Select(name => new Fault(name, "unknown_field", "This address takes no query parameters."))
            );
        if (faults.Count == 0)
            return await next(context);
        if (
            endpoint?.Metadata.GetMetadata<NamesEveryFault>() is null
            || inputs.All(input => input.Readable is null)
            || inputs.OfType<Caller>().Single() is not { Faults.Count: 0 } caller
        )
            return Problems.Invalid(faults);
        context.Arguments[context.Arguments.IndexOf(caller)] = caller with { InputFaults = faults };
        return await next(context);
    }
}

internal static class FaultLists
{
    /// <summary>With what the rules find in other fields.</summary>
    public static IReadOnlyList<Fault> And(this IReadOnlyList<Fault> faults, Decision decision)
    {
        if (decision is not Decision.Invalid(var found))
            return faults;
        var known = faults.Select(Field).ToHashSet();
        return [.. faults, .. found.Where(fault => !known.Contains(Field(fault)))];
    }

    private static string Field(Fault fault) => fault.Field.Split('[')[0];
}
