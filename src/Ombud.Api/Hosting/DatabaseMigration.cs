using Marten;
using Npgsql;
using Ombud.Api.Access.Keys;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Background;
using Ombud.Api.Imports;
using Ombud.Api.Messaging;
using Ombud.Api.Secrets;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Api.Webhooks;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;

namespace Ombud.Api.Hosting;

/// <summary>Brings the database to the state that this version needs.</summary>
internal sealed class DatabaseMigration(
    IDocumentStore store,
    NpgsqlDataSource database,
    ReadModels readModels,
    MessageStorage messages,
    MasterKeyCheck masterKeys,
    SigningKeyCheck signingKeys,
    DatabaseClock clock,
    UnreadableStreams unreadableStreams
)
{
    /// <summary>Creates missing tables, and rebuilds the read models whose columns have changed.</summary>
    public async Task RunAsync(Screen screen, CancellationToken cancel)
    {
        await clock.ReadAsync(cancel);
        await masterKeys.RunAsync(cancel);
        try
        {
            await Schema.ApplyAsync(store, database, cancel);
        }
        catch (RoleMissingException e)
        {
            throw new SettingsException($"PostgreSQL: {e.Message}", e);
        }
        catch (NewerSchemaException e)
        {
            throw new SettingsException(e.Message, e);
        }
        await signingKeys.RunAsync(cancel);
        await ApiKeys.CreateTableAsync(database, cancel);
        await EndedSessions.CreateTableAsync(database, cancel);
        await ImportStore.CreateTablesAsync(database, cancel);
        await WebhookStore.CreateTablesAsync(database, cancel);
        await messages.CreateAsync();
        foreach (var table in await readModels.OutOfDateAsync(cancel))
            await RebuildAsync(table, screen, cancel);
    }

    public async Task RebuildAsync(string table, Screen screen, CancellationToken cancel)
    {
        foreach (
            var unreadable in await screen.ProgressAsync(
                $"Building {table}",
                "streams",
                progress => readModels.RebuildAsync(table, progress, cancel)
            )
        )
        {
            screen.Line($"{table} is built without stream {unreadable.Stream}: {unreadable.Message}");
            unreadableStreams.Add(unreadable);
        }
    }
}
