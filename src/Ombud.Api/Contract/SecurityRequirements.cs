using Microsoft.OpenApi;
using Ombud.Api.Access;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// Writes into the contract which scope each operation asks for. One scheme, because keys and tokens are sent alike; the issuer of
/// tokens is each installation's own, so that no flow with an address of it can stand here, nor any scope beside the scheme.
/// </summary>
internal sealed class SecurityRequirements : IOperationFilter, IDocumentFilter
{
    /// <summary>Names the scope of an operation.</summary>
    public const string ScopeExtension = "x-required-scope";

    private const string Scheme = "bearer";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        (swaggerDoc.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT, or an API key",
                Description =
                    "An access token of the installation's issuer (a JWT as RFC 8725 has it), or an API key made with "
                    + "`./ombud keys create`. "
                    + "Each operation names the scope that it asks for: "
                    + $"{string.Join(", ", Scopes.All.Select(scope => $"`{scope}`"))}. Roles bundle them: "
                    + string.Join(
                        "; ",
                        Roles.All.Select(role => $"`{role.Key}` has {string.Join(", ", role.Value.Select(scope => $"`{scope}`"))}")
                    )
                    + ". "
                    + "Key and token are bound to a municipality.",
            },
        };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is not { Scope: { } scope })
            throw new InvalidOperationException($"{context.ApiDescription.RelativePath} declares no scope.");
        operation.Security = [new() { [new(Scheme, context.Document)] = [] }];
        operation.AddExtension(ScopeExtension, new JsonNodeExtension(scope));
        operation.Description += $" Scope: `{scope}`.";
    }
}
