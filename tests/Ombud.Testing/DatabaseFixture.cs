using Xunit;

namespace Ombud.Testing;

/// <summary>
/// A class fixture with a database: <c>public sealed class EventStoreDatabase() : DatabaseFixture("event_store", SchemaOf)</c>,
/// then <c>IClassFixture&lt;EventStoreDatabase&gt;</c> on each test class, each of which gets a copy of its own.
/// </summary>
public abstract class DatabaseFixture(string templateName, Func<string, Task> prepareTemplateOnce) : IAsyncLifetime
{
    private TestDatabase? database;

    public string ConnectionString =>
        database?.ConnectionString ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(templateName, prepareTemplateOnce);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (database is not null)
            await database.DisposeAsync();
    }
}
