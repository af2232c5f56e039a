using System.Diagnostics;
using Microsoft.Extensions.Options;
using Ombud.Api.Hosting;
using Ombud.EventStore;

namespace Ombud.Api.Http;

/// <summary>Who asks, for which municipality. Until tokens say so it is the local developer, and a header names the municipality.</summary>
internal sealed record Caller(string Tenant, EventMetadata Metadata)
{
    public const string MunicipalityHeader = "Ombud-Municipality";
    public const string LocalDeveloper = "local-developer";

    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        var named = context.Request.Headers[MunicipalityHeader].ToString();
        var tenant = named.Length > 0 ? named : context.RequestServices.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
        return ValueTask.FromResult(new Caller(tenant, new(LocalDeveloper, Activity.Current?.TraceId.ToString(), context.TraceIdentifier)));
    }
}
