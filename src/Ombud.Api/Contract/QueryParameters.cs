using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the parameters of a <see cref="Query{T}"/>, and the headers that requests may carry, into the contract.</summary>
internal sealed class QueryParameters : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<QueryMetadata>().SingleOrDefault() is { } query)
            foreach (var field in InputReader.FieldsOf(query.Type))
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = field.Name,
                        In = ParameterLocation.Query,
                        Required = InputReader.Required(field),
                        Description = (field.AttributeProvider as MemberInfo)?.GetCustomAttribute<DescriptionAttribute>()?.Description,
                        Schema = field.AttributeProvider!.IsDefined(typeof(AsOfAttribute), inherit: false)
                            ? MomentOrDay()
                            : context.SchemaGenerator.GenerateSchema(field.PropertyType, context.SchemaRepository),
                    }
                );
        var method = context.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (method.Contains(typeof(Caller)))
            operation.Parameters.Add(
                Header(
                    Caller.MunicipalityHeader,
                    "The municipality to act for, where a token names several; in development, any. Naming another than the "
                        + "key's or the token's is answered with 404.",
                    "drammen"
                )
            );
        if (method.Contains(typeof(Caller)) && context.ApiDescription.HttpMethod is not "GET")
            operation.Parameters.Add(
                Header(
                    Caller.OnBehalfOfHeader,
                    "The user of the calling system that this is done for: an id, not a name, of at most 200 "
                        + "characters. The history shows it.",
                    "user-4711"
                )
            );
        if (method.Contains(typeof(ExpectedVersion)))
            operation.Parameters.Add(
                Header("If-Match", "The ETag that was read last. Another version is refused with 412 and nothing is changed.", "\"3\"")
            );
    }

    private static OpenApiSchema MomentOrDay() =>
        new()
        {
            AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            ],
            Examples = ["2023-06-13T15:00:00+02:00", "2023-06-13"],
        };

    private static OpenApiParameter Header(string name, string description, string example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonSerializer.SerializeToNode(example)!] },
        };
}
