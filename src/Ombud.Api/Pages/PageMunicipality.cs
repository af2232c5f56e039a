using System.Reflection;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Pages;

/// <summary>The municipality that a page is of: the one its address names, else the caller's.</summary>
/// <param name="Present">As it is now; only to be read where there is no error.</param>
/// <param name="Error">The page to answer instead, where there is no such municipality; else null.</param>
internal sealed record PageMunicipality(string Tenant, Municipality Present, IResult? Error)
{
    public static async ValueTask<PageMunicipality> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var address = await PageAddress.BindAsync(context, parameter);
        var caller = await Caller.BindAsync(context);
        if (caller.Faults.Count > 0)
            return new(
                caller.Tenant,
                null!,
                ProblemPageWriter.Of(
                    StatusCodes.Status400BadRequest,
                    address,
                    caller.Faults[0] with
                    {
                        Field = Caller.MunicipalityParameter,
                    }
                )
            );
        return
            await context.RequestServices.GetRequiredService<MunicipalityDirectory>().AsOfAsync(caller.Tenant, null, context.RequestAborted)
                is { } present
            ? new(caller.Tenant, present, null)
            : new(
                caller.Tenant,
                null!,
                ProblemPageWriter.Of(
                    StatusCodes.Status404NotFound,
                    address,
                    new Fault(
                        Caller.MunicipalityParameter,
                        MunicipalityRefusals.NotConfigured.Code,
                        MunicipalityRefusals.NotConfigured.Title
                    )
                    {
                        Value = caller.Tenant,
                    }
                )
            );
    }
}
