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
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = field.Name,
                    In = ParameterLocation.Query,
                    Required = InputReader.Required(field),
                    Description = (field.AttributeProvider as MemberInfo)?.GetCustomAttribute<DescriptionAttribute>()?.Description,
                    Schema = context.SchemaGenerator.GenerateSchema(field.PropertyType, context.SchemaRepository),
                });
        var method = context.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (method.Contains(typeof(Caller)))
            operation.Parameters.Add(Header(Caller.MunicipalityHeader, "The municipality to act for, in development; a token names it elsewhere.", "drammen"));
        if (method.Contains(typeof(ExpectedVersion)))
            operation.Parameters.Add(Header("If-Match", "The ETag that was read last. Another version is refused with 412 and nothing is changed.", "\"3\""));
    }

    private static OpenApiParameter Header(string name, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonSerializer.SerializeToNode(example)!] },
    };
}
