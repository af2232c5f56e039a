using System.Net;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>What several operations say alike stands once, among the components, and is referred to.</summary>
internal sealed class SharedComponents : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new();
        var operations = swaggerDoc.Paths.SelectMany(path => path.Value.Operations!.Values.Select(operation => (path.Key, operation)));
        var answers = operations.Select(each => each.operation.Responses!).ToList();
        Share(
            from response in answers.SelectMany(each => each.Values)
            from header in response.Headers ?? new Dictionary<string, IOpenApiHeader>()
            select new Use<IOpenApiHeader>(
                header.Key,
                header.Value,
                name => response.Headers![header.Key] = new OpenApiHeaderReference(name, swaggerDoc)
            ),
            components.Headers ??= new Dictionary<string, IOpenApiHeader>()
        );
        Share(
            from each in operations
            from at in Enumerable.Range(0, each.operation.Parameters?.Count ?? 0)
            let parameter = each.operation.Parameters![at]
            select new Use<IOpenApiParameter>(
                NameOf(parameter, each.Key),
                parameter,
                name => each.operation.Parameters![at] = new OpenApiParameterReference(name, swaggerDoc)
            ),
            components.Parameters ??= new Dictionary<string, IOpenApiParameter>()
        );
        Share(
            from all in answers
            from answer in all
            where answer.Key is not ("200" or "201")
            select new Use<IOpenApiResponse>(
                Enum.TryParse<HttpStatusCode>(answer.Key, out var status) ? $"{status}" : "Failure",
                answer.Value,
                name => all[answer.Key] = new OpenApiResponseReference(name, swaggerDoc)
            ),
            components.Responses ??= new Dictionary<string, IOpenApiResponse>()
        );
    }

    private sealed record Use<T>(string Name, T Value, Action<string> Refer);

    private static void Share<T>(IEnumerable<Use<T>> uses, IDictionary<string, T> shared)
        where T : IOpenApiSerializable
    {
        var alike = uses.GroupBy(use => (use.Name, Json(use.Value))).Where(group => group.Count() > 1).ToList();
        foreach (var group in alike.OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
            if (shared.TryAdd(group.Key.Name, group.First().Value))
                foreach (var use in group)
                    use.Refer(group.Key.Name);
    }

    private static string Json(IOpenApiSerializable value) =>
        value.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).GetAwaiter().GetResult();

    /// <summary>An id is named after what it is the id of: <c>cases.id</c>.</summary>
    private static string NameOf(IOpenApiParameter parameter, string path) =>
        parameter.In == ParameterLocation.Path
            ? $"{path.Split($"/{{{parameter.Name}}}")[0].Split('/')[^1]}.{parameter.Name}"
            : parameter.Name!;
}
