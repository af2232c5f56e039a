using Microsoft.OpenApi;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the tables of a report into the contract as they are declared: the usual ones, and any other by its name.</summary>
internal sealed class TablesSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type != typeof(StatisticsTables) || schema is not OpenApiSchema tables)
            return;
        // A document that was published before a table was declared has none, and neither has one of tables that were asked for.
        tables.Required = null;
        tables.Properties = StandardTables.All.ToDictionary(
            table => table.Name,
            table => Described(Of(table.IsCross ? typeof(CrossTable) : typeof(StatisticsTable)), $"{table.Counts.Title.En}.")
        );
        tables.AdditionalPropertiesAllowed = true;
        tables.AdditionalProperties = Of(typeof(FigureTable));

        IOpenApiSchema Of(Type type) => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
    }

    private static IOpenApiSchema Described(IOpenApiSchema schema, string description)
    {
        if (schema is OpenApiSchemaReference reference)
            reference.Description = description;
        return schema;
    }
}
