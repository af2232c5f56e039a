using JasperFx.Events;
using Marten;
using NodaTime;

namespace Ombud.Integrity.Tests;

/// <summary>Each test has a database of its own, so none can disturb another.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    protected const string North = "north";
    protected const string South = "south";

    protected static readonly EventMetadata Someone = new("anna");

    private StoreDatabase? _database;

    /// <summary>Streams, in the order of their ids.</summary>
    protected static Guid Home { get; } = Stream(1);

    protected static Guid Work { get; } = Stream(2);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected StoreDatabase Database => _database ?? throw new InvalidOperationException("The test has not begun.");

    protected IDocumentStore Documents => Database.Documents;

    protected TenantEventStore Store => Database.Store;

    protected ClosedHistory History => Database.History;

    protected BulkWriter Writer => Database.Writer;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
            await _database.DisposeAsync();
    }

    protected static Guid Stream(int number) => new($"{number:x8}-0000-4000-8000-000000000000");

    protected Task<WriteSession> OpenAsync(params Guid[] streams) => Store.OpenAsync(new(North, streams, Someone), Cancel);

    /// <summary>Appends and commits, and answers the recorded time.</summary>
    protected async Task<Instant> AppendAsync(Guid stream, params string[] whats)
    {
        await using var session = await OpenAsync(stream);
        session.Append(stream, TestEvents.Diary, TestEvents.Of(whats));
        await session.SaveChangesAsync(Cancel);
        return session.Now;
    }

    protected Task<IReadOnlyList<IEvent>> ReadAsync(Guid stream) => Store.FetchStreamAsync(North, stream, Cancel);

    protected Task<long> CountEventsAsync() => Database.AskAsync<long>("select count(*) from ombud.mt_events");

    protected Task<long> CountStreamsAsync() => Database.AskAsync<long>("select count(*) from ombud.mt_streams");
}
