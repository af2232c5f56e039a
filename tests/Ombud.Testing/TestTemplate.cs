using System.Collections.Concurrent;

namespace Ombud.Testing;

/// <summary>A database that is filled once per process and copied for each test class.</summary>
internal sealed class TestTemplate(string name)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestTemplate>>> All = new();

    /// <summary>The template, made at the first call. Who comes meanwhile waits, and fails as the first did if that failed.</summary>
    public static Task<TestTemplate> GetAsync(string templateName, Func<string, Task> prepareOnce) =>
        All.GetOrAdd(templateName, _ => new(() => MakeAsync(templateName, prepareOnce))).Value;

    public Task CopyAsync(string database, CancellationToken cancellation) => Database.CreateAsync(database, name, cancellation);

    private static async Task<TestTemplate> MakeAsync(string templateName, Func<string, Task> prepareOnce)
    {
        var name = Database.NameFor($"template_{templateName}");
        await Database.CreateAsync(name, "template1", default);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Database.DropFromSharedServerAsync(name).GetAwaiter().GetResult();
        await prepareOnce(await Database.ConnectionStringAsync(name) + ";Pooling=false");
        return new(name);
    }
}
