using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Ombud.Api.Settings;
using Ombud.Domain;
using Ombud.EventStore;

namespace Ombud.Api.Http;

/// <summary>Who asks, for which municipality. Until tokens say so it is the local developer, and a header names the municipality.</summary>
internal sealed partial record Caller(string Tenant, EventMetadata Metadata) : IInput
{
    public const string MunicipalityHeader = "Ombud-Municipality";
    public const string DeadlineWatch = "deadline-watch";
    public const string LocalDeveloper = "local-developer";

    public IReadOnlyList<Fault> Faults => Code().IsMatch(Tenant)
        ? []
        : [new(MunicipalityHeader, "invalid_value", "A municipality's code is lower-case letters, digits and hyphens, and begins with a letter.") { Value = Tenant }];

    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        var named = context.Request.Headers[MunicipalityHeader].ToString();
        var tenant = named.Length > 0 ? named : context.RequestServices.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
        return ValueTask.FromResult(new Caller(tenant, new(LocalDeveloper, Activity.Current?.TraceId.ToString(), context.TraceIdentifier)));
    }

    /// <summary>Ombud itself, when a day has ended.</summary>
    public static Caller Watch(string tenant) => new(tenant, new EventMetadata(DeadlineWatch));

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,62}\z")]
    private static partial Regex Code();
}
