using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// The examples of the contract: one story, in which every operation has its part, told in <c>story.json</c>. Their order stands in the
/// contract as <c>x-story</c>; pressed in that order on a store without such things each succeeds.
/// </summary>
internal sealed class Story : IOperationFilter, IDocumentFilter
{
    public const string Extension = "x-story";
    private const string Json = "application/json";
    private static readonly JsonNode Told = JsonNode.Parse(StartPage.Text("story.json"))!;
    private static readonly string AnyId = "0188b9a4-7c00-7000-8000-000000000001";

    private static IEnumerable<JsonNode> Steps => Told["steps"]!.AsArray().Select(step => step!);

    /// <summary>An example of a parameter that the story leaves out.</summary>
    public static JsonNode? ExampleOf(string parameter, string? format) =>
        format == "uuid" ? JsonValue.Create(AnyId) : Told["parameters"]![parameter]?.DeepClone();

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var steps = Steps.Where(step => (string)step["operation"]! == operation.OperationId).ToList();
        if (steps.Count == 0)
            throw new InvalidOperationException($"{operation.OperationId} has no part in story.json.");
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Example = (steps[0]["path"]?[parameter.Name!] ?? steps[0]["query"]?[parameter.Name!])?.DeepClone();
        if (operation.RequestBody?.Content is not { Count: > 0 } content)
            return;
        ((OpenApiMediaType)(content.TryGetValue(Json, out var json) ? json : content.Values.First())).Examples = steps.ToDictionary(
            Name,
            step => (IOpenApiExample)new OpenApiExample { Summary = (string)step["says"]!, Value = Body(step) }
        );
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.AddExtension(
            Extension,
            new JsonNodeExtension(
                new JsonArray([
                    .. Steps.Select(step => new JsonObject
                    {
                        ["operationId"] = (string)step["operation"]!,
                        ["example"] = (step["body"] ?? step["text"]) is null ? null : Name(step),
                        ["says"] = (string)step["says"]!,
                        ["answers"] = step["answers"]?.DeepClone(),
                    }),
                ])
            )
        );

    private static string Name(JsonNode step) => (string?)step["example"] ?? "example";

    private static JsonNode Body(JsonNode step)
    {
        if (step["text"] is { } text)
            return text.DeepClone();
        if ((string?)step["body"]!["$file"] is not { } file)
            return step["body"]!.DeepClone();
        var configuration = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", file)))!.AsObject();
        // Whose it is, the caller says.
        configuration.Remove("code");
        return configuration;
    }
}
