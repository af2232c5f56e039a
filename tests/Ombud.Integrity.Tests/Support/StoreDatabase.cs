using Marten;
using Npgsql;
using Ombud.Testing;

namespace Ombud.Integrity.Tests;

/// <summary>A database with the store's tables, and a store on it.</summary>
public sealed class StoreDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private StoreDatabase(TestDatabase database)
    {
        _database = database;
        Source = Connect();
        Documents = TestEvents.StoreOn(Source);
        Store = new(Documents, Source);
        History = new(Source, TimeProvider.System);
        Writer = new(Source, Documents);
    }

    public string ConnectionString => _database.ConnectionString;

    public NpgsqlDataSource Source { get; }

    /// <summary>Marten's store, which knows the events of these tests.</summary>
    public IDocumentStore Documents { get; }

    public TenantEventStore Store { get; }

    public ClosedHistory History { get; }

    public BulkWriter Writer { get; }

    public static async Task<StoreDatabase> CreateAsync() =>
        new(
            await TestDatabase.CreateAsync(
                "event_store",
                async template =>
                {
                    await using var source = PostgresDataSource.Create(template);
                    await using var documents = TestEvents.StoreOn(source);
                    await Schema.ApplyAsync(documents, source);
                }
            )
        );

    /// <summary>Statements are prepared at their second use, as in the product.</summary>
    public NpgsqlDataSource Connect(Action<NpgsqlConnectionStringBuilder>? change = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 };
        change?.Invoke(settings);
        return PostgresDataSource.Create(settings.ConnectionString);
    }

    public async Task<T> AskAsync<T>(string sql, params object[] values) => (await ListAsync<T>(sql, values)).Single();

    public async Task<List<T>> ListAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<T>();
        while (await reader.ReadAsync())
            answers.Add(reader.GetFieldValue<T>(0));
        return answers;
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Documents.Dispose();
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
