using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Moves the major version from the paths to the servers' base path.</summary>
internal sealed class BasePath : IDocumentFilter
{
    private const string Path = "/v1";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in swaggerDoc.Paths)
            paths.Add(path[Path.Length..], item);
        swaggerDoc.Paths = paths;
        swaggerDoc.Servers =
        [
            new()
            {
                Url = Path,
                Description = "This server, whether local, staging or production.",
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) },
            },
        ];
    }
}
