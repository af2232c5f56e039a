using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Ombud.Api.Messaging;
using Wolverine;

namespace Ombud.Api.Tests.Messaging;

/// <summary>Messages that are sent by a transaction of the owner role.</summary>
public sealed class KeepingMessages(KeepingMessages.ApiWithAMessage api) : IClassFixture<KeepingMessages.ApiWithAMessage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task of_a_transaction_that_commits_brings_them()
    {
        var id = Guid.NewGuid();
        await (await KeepAsync(api.Services, id, commit: true)).SendAsync();
        (await api.Arrived.ShouldHaveAsync(id)).ShouldBe("drammen");
    }

    [Fact]
    public async Task of_a_transaction_that_is_rolled_back_brings_none()
    {
        var (lost, later) = (Guid.NewGuid(), Guid.NewGuid());
        await KeepAsync(api.Services, lost, commit: false);
        await (await KeepAsync(api.Services, later, commit: true)).SendAsync();
        await api.Arrived.ShouldHaveAsync(later);
        api.Arrived.Has(lost).ShouldBeFalse();
    }

    [Fact]
    public async Task that_nobody_sent_brings_them_to_the_next_node_that_starts()
    {
        var id = Guid.NewGuid();
        await using (var first = api.Node())
            await KeepAsync(first.Services, id, commit: true);
        await using var next = api.Node();
        _ = next.Services;
        (await api.Arrived.ShouldHaveAsync(id)).ShouldBe("drammen");
    }

    [Fact]
    public async Task needs_no_rights_of_callers_role()
    {
        await using var command = api.Database.CreateCommand(
            $"select count(*) filter (where has_table_privilege('ombud_app', oid, 'select')), count(*) from pg_class "
                + $"where relnamespace = '{MessagingSetup.SchemaName}'::regnamespace and relkind = 'r'"
        );
        await using var row = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        await row.ReadAsync(OmbudApi.Cancel);
        row.GetInt64(0).ShouldBe(0);
        row.GetInt64(1).ShouldBeGreaterThan(3);
    }

    private static async Task<PendingMessage> KeepAsync(IServiceProvider services, Guid id, bool commit)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync(OmbudApi.Cancel);
        await using var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel);
        var message = await services.GetRequiredService<Outbox>().KeepAsync(transaction, "drammen", new Reminder("drammen", id));
        if (commit)
            await transaction.CommitAsync(OmbudApi.Cancel);
        return message;
    }

    internal sealed record Reminder(string Tenant, Guid Id);

    public sealed class Arrivals : IHandle<Reminder>
    {
        private readonly ConcurrentDictionary<Guid, string> _arrived = new();

        public bool Has(Guid id) => _arrived.ContainsKey(id);

        public async Task<string> ShouldHaveAsync(Guid id)
        {
            for (var until = DateTime.UtcNow + Patience; !Has(id) && DateTime.UtcNow < until; )
                await Task.Delay(20, OmbudApi.Cancel);
            return _arrived[id];
        }

        Task IHandle<Reminder>.HandleAsync(Reminder message, CancellationToken cancel)
        {
            _arrived[message.Id] = message.Tenant;
            return Task.CompletedTask;
        }
    }

    public sealed class ApiWithAMessage : OmbudApi
    {
        public Arrivals Arrived { get; } = new();

        protected override void Configure(IWebHostBuilder host) =>
            host.ConfigureTestServices(services => services.AddSingleton(Arrived).AddSingleton<IWolverineExtension, Messages>());

        internal sealed class Messages : IWolverineExtension
        {
            public void Configure(WolverineOptions options) =>
                options.Handle<Reminder, Arrivals>("reminders", atOnce: 2, TimeSpan.FromSeconds(10));
        }
    }
}
