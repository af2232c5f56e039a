using Microsoft.OpenApi;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// Writes into the contract which scope each operation asks for. One scheme, because keys and tokens are sent alike; the issuer of
/// tokens is each installation's own, so that no flow with an address of it can stand here.
/// </summary>
internal sealed class SecurityRequirements : IOperationFilter, IDocumentFilter
{
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
                    "An access token of the installation's issuer, or an API key made with `./ombud keys create`. "
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
        operation.Security = [new() { [new(Scheme, context.Document)] = [scope] }];
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        Answer(
            "401",
            "There is no key or token, or it is not valid; the detail says what to send.",
            $"Bearer realm=\"ombud\", error=\"invalid_token\""
        );
        Answer(
            "403",
            $"The caller lacks the scope {scope}, or acts for no municipality.",
            $"Bearer realm=\"ombud\", error=\"insufficient_scope\", scope=\"{scope}\""
        );

        void Answer(string status, string description, string challenge) =>
            (operation.Responses ??= [])[status] = new OpenApiResponse
            {
                Description = description,
                Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["WWW-Authenticate"] = new OpenApiHeader
                    {
                        Description = "What is wrong (RFC 6750).",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [challenge] },
                    },
                },
                Content = new Dictionary<string, IOpenApiMediaType> { [Problem.ContentType] = new OpenApiMediaType { Schema = schema } },
            };
    }
}
