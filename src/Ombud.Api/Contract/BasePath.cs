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
        swaggerDoc.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Cases", Description = "Inquiries and cases: what happens to them, how they stand, and their history." },
            new()
            {
                Name = "Deadlines",
                Description = "Legal deadlines of Norway and Denmark: the board, the calculator, the rules, the holidays.",
            },
            new() { Name = "Municipality", Description = "The caller's municipality: its settings and code lists." },
            new() { Name = "Reports", Description = "Figures of any period, as known now or at any past moment." },
        };
        swaggerDoc.Servers = [new() { Url = Path, Description = "This server." }];
    }
}
