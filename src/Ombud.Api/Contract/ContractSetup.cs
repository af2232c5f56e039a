using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;
using Microsoft.OpenApi;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>The API's contract: OpenAPI 3.1, made from the code, kept in <c>contract/openapi.json</c> and reviewed like code.</summary>
internal static partial class ContractSetup
{
    /// <summary>The full version, which every answer also carries.</summary>
    public const string Version = "0.1.0";

    /// <summary>True while the build has started this program only to ask it for its contract; there is no database then.</summary>
    public static bool IsBeingWritten { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static void AddOmbudContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.Configure<SwaggerOptions>(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", StartPage.Info);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<LocalDate>(() =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date",
                    Examples = ["2023-06-13"],
                }
            );
            options.MapType<Instant>(() =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Examples = ["2023-06-13T13:00:00Z"],
                }
            );
            options.MapType<Confidential>(() =>
                new OpenApiSchema { Type = JsonSchemaType.String, Description = "Kept enciphered under a key of the person." }
            );
            options.MapType<JsonNode>(() => new OpenApiSchema { Description = "Any JSON." });
            options.MapType<JsonElement>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            options.CustomSchemaIds(SchemaNames.Of);
            options.OperationFilter<ReplacementSchemas>();
            options.OperationFilter<ProblemResponses>();
            options.OperationFilter<RequestParameters>();
            options.OperationFilter<SecurityRequirements>();
            options.OperationFilter<OtherMediaTypes>();
            options.OperationFilter<ResponseHeaders>();
            options.OperationFilter<Story>();
            options.SchemaFilter<PropertyDetails>();
            options.SchemaFilter<TablesSchema>();
            options.DocumentFilter<ReplacementSchemas>();
            options.DocumentFilter<BasePath>();
            options.DocumentFilter<StartPage>();
            options.DocumentFilter<Story>();
            options.DocumentFilter<SecurityRequirements>();
            options.DocumentFilter<SharedComponents>();
            foreach (var documentation in Directory.GetFiles(AppContext.BaseDirectory, "Ombud.*.xml"))
                options.IncludeXmlComments(() => Unwrapped(documentation));
        });
    }

    /// <summary>Where a comment's line ends in the source says nothing: its lines are joined.</summary>
    private static XPathDocument Unwrapped(string documentation) =>
        new(XmlReader.Create(new StringReader(LineBreak().Replace(File.ReadAllText(documentation), " "))));

    [GeneratedRegex(@"(?<=\S)\s*\n\s*(?=\S)")]
    private static partial Regex LineBreak();

    public static void UseOmbudContract(this WebApplication app)
    {
        // It is made of the code, which does not change: once is enough.
        var written = new Lazy<Task<byte[]>>(() => WriteAsync(app.Services));
        app.MapGet("/openapi/v1.json", async () => TypedResults.Bytes(await written.Value, "application/json; charset=utf-8"))
            .ExcludeFromDescription()
            .AllowAnyCaller()
            .WithMetadata(new MainMedia(MediaTypes.Json));
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.SwaggerEndpoint("/openapi/v1.json", "Ombud v1");
            ui.DocumentTitle = "Ombud";
        });
    }

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var contract = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        return Encoding.UTF8.GetBytes(await contract.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    }
}
