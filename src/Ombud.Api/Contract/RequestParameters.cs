using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the parameters of a <see cref="Query{T}"/>, and the headers that requests may carry, into the contract.</summary>
internal sealed class RequestParameters : IOperationFilter
{
    /// <summary>What the part of a path is about that stands before an id.</summary>
    private static readonly Dictionary<string, string> Nouns = new()
    {
        ["cases"] = "a case",
        ["deliveries"] = "an event",
        ["feedback"] = "a piece of feedback",
        ["imports"] = "an import",
        ["measures"] = "a measure",
        ["meetings"] = "a planned meeting",
        ["people"] = "a person",
        ["recommendations"] = "a recommendation",
        ["report-texts"] = "a text of a report",
        ["reports"] = "a report",
        ["requests"] = "a request for an account",
        ["response-requests"] = "a response request",
        ["webhooks"] = "a webhook",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var parameters = operation.Parameters ??= [];
        var path = context.ApiDescription.RelativePath!.Split('/');
        foreach (var named in parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
        {
            var before = path[Array.FindIndex(path, part => part.StartsWith($"{{{named.Name}", StringComparison.Ordinal)) - 1];
            named.Description = before switch
            {
                "by-number" => "The number that the office gave; a slash in it is written %2F.",
                "entries" => "The version of the entry, as the history gives it.",
                _ => $"The id of {Nouns[before]}: a UUID, as the answers give it.",
            };
        }
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<QueryMetadata>().SingleOrDefault() is { } query)
            foreach (var field in InputReader.FieldsOf(query.Type))
                parameters.Add(
                    new OpenApiParameter
                    {
                        Name = field.Name,
                        In = ParameterLocation.Query,
                        Required = InputReader.Required(field),
                        Description = (field.AttributeProvider as MemberInfo)?.GetCustomAttribute<DescriptionAttribute>()?.Description,
                        Schema = Schema(context, field),
                    }
                );
        if (parameters.Any(parameter => parameter.Name == Languages.Parameter))
            Header(
                "Accept-Language",
                "The languages that the caller likes, where the parameter language is not given: Norwegian bokmål (nb, no), nynorsk (nn), "
                    + "Danish (da) and English (en), with their regions. Any other means the municipality's own.",
                new() { Examples = ["da-DK, en;q=0.5"] }
            );
        var method = context.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (method.Contains(typeof(Caller)))
            Header(
                Caller.MunicipalityHeader,
                "The municipality to act for, where a token names several; in development, any. Naming another than the "
                    + "key's or the token's is answered with 404.",
                new() { Pattern = Caller.MunicipalityPattern, Examples = ["drammen"] }
            );
        if (method.Contains(typeof(Caller)) && context.ApiDescription.HttpMethod is not "GET")
        {
            Header(
                Caller.OnBehalfOfHeader,
                "The user of the calling system that this is done for: an id, not a name. The history shows it.",
                new() { MaxLength = Caller.LongestUser, Examples = ["user-4711"] }
            );
            Header(
                IdempotencyKey.Header,
                "A key of the caller's own for this request, such as a random UUID. Sent again with the same key within 7 days, the same "
                    + "request is done once and answered alike; another one is refused with 422.",
                new() { Examples = ["\"8e03978e-40d5-43e8-bc93-6894a57f9324\""] }
            );
        }
        if (method.Contains(typeof(ExpectedVersion)))
            Header(
                "If-Match",
                "The ETag that was read last; several with commas between, or * for any. Another version is refused with 412 and nothing "
                    + "is changed.",
                new() { Examples = ["\"3\""] }
            );
        if (operation.Responses?.ContainsKey("304") == true)
            Header(
                "If-None-Match",
                "ETags that were answered earlier, with commas between. Where one is still right, the answer is 304 without a body.",
                new() { Examples = ["\"3\""] }
            );

        Header(
            "traceparent",
            "W3C trace context. Its trace id is the traceId of a problem and the correlationId of what is recorded; one is made where none "
                + "is given.",
            new() { Examples = ["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"] }
        );

        void Header(string name, string description, OpenApiSchema schema)
        {
            schema.Type = JsonSchemaType.String;
            parameters.Add(
                new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Header,
                    Description = description,
                    Schema = schema,
                }
            );
        }
    }

    /// <summary>A parameter that is absent is absent: there is no null in an address.</summary>
    private static IOpenApiSchema Schema(OperationFilterContext context, JsonPropertyInfo field)
    {
        if (field.AttributeProvider!.IsDefined(typeof(AsOfAttribute), inherit: false))
            return MomentOrDay();
        var schema = context.SchemaGenerator.GenerateSchema(
            field.PropertyType,
            context.SchemaRepository,
            (PropertyInfo)field.AttributeProvider
        );
        if (schema is OpenApiSchema { Type: { } type } inline)
            (inline.Type, inline.Description, inline.Default) = (
                type & ~JsonSchemaType.Null,
                null,
                PropertyDetails.Default(field.AssociatedParameter!.DefaultValue)
            );
        PropertyDetails.TakePattern(field.Name, schema);
        schema = WordSchemas.Of(schema, field.Name, (PropertyInfo)field.AttributeProvider, context.SchemaRepository);
        if (schema is OpenApiSchema { Examples: null } text && Story.ExampleOf(field.Name, text.Format) is { } example)
            text.Examples = [example];
        return schema;
    }

    private static OpenApiSchema MomentOrDay() =>
        new()
        {
            // Said for the whole too, so that clients make a text of it: of alternatives alone they make a class that nobody can fill.
            Type = JsonSchemaType.String,
            AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            ],
            Examples = ["2023-06-13T15:00:00+02:00", "2023-06-13"],
        };
}
