using Npgsql;

namespace Ombud.Testing;

/// <summary>A database of a test's own: a copy of a prepared template, there in milliseconds and gone at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int made;

    private readonly string name;

    private TestDatabase(string name, string connectionString) => (this.name, ConnectionString) = (name, connectionString);

    public string ConnectionString { get; }

    /// <param name="templateName">Of lower-case letters, digits and underscores; the same name means the same template.</param>
    /// <param name="prepareTemplateOnce">
    /// Fills the template, given its connection string, at the first use of its name in this process. Whatever connects with that
    /// string is unpooled: a template with an open connection cannot be copied.
    /// </param>
    public static async Task<TestDatabase> CreateAsync(
        string templateName,
        Func<string, Task> prepareTemplateOnce,
        CancellationToken cancellation = default
    )
    {
        var template = await TestTemplate.GetAsync(templateName, prepareTemplateOnce);
        var name = Database.NameFor($"test_{Interlocked.Increment(ref made)}");
        await template.CopyAsync(name, cancellation);
        return new(name, await Database.ConnectionStringAsync(name));
    }

    /// <summary>An empty database, with what the server's own template has.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(CancellationToken cancellation = default) =>
        CreateAsync("empty", _ => Task.CompletedTask, cancellation);

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await Database.DropAsync(name);
    }
}
