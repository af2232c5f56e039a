using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Stores;

internal static class IdiomaticSettings
{
    public static void UseIdiomatic(this StoreOptions options, CaseRows rows)
    {
        options.UseCommon(Schema.Name);
        options.UseRowLevelSecurity(RowSecurity.Setting);
        options.Events.AppendMode = EventAppendMode.Rich;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Projections.Add(new StreamAggregation<Case>(OmbudStreams.Case), ProjectionLifecycle.Live);
        options.Projections.Add(rows, ProjectionLifecycle.Inline);
    }

    /// <summary>Connections that the policies of the tables hold for: their owner would stand above them.</summary>
    public static NpgsqlDataSource Behind(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(Api.Hosting.Database.Settings(connectionString).ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Connections are opened asynchronously."),
            async connection =>
            {
                await using var command = new NpgsqlCommand($"set role {RowSecurity.Role}", connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        return builder.Build();
    }
}
