using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Tests.Appending;

public sealed class WhatAWriteCosts : StoreTest
{
    [Fact]
    public async Task is_two_round_trips() => (await RoundTripsAsync(WriteAsync)).ShouldBe(2);

    [Fact]
    public async Task is_two_round_trips_for_several_streams_with_statements_queued() =>
        (
            await RoundTripsAsync(async store =>
            {
                await using var session = await store.OpenAsync(new(North, [Home, Work], Someone), Cancel);
                session.Append(Home, TestEvents.Diary, TestEvents.Of("left"));
                session.Append(Work, TestEvents.Diary, TestEvents.Of("arrived", "met Bo"));
                session.Queue(new("select 1"));
                await session.SaveChangesAsync(Cancel);
            })
        ).ShouldBe(2);

    [Fact]
    public async Task is_more_than_reading_a_stream_which_is_one() =>
        (await RoundTripsAsync(store => store.FetchStreamAsync(North, Home, Cancel))).ShouldBe(1);

    [Fact]
    public async Task is_more_than_closing_the_history_which_is_one_round_trip() =>
        (await RoundTripsAsync((_, tenants) => new ClosedHistory(tenants, TimeProvider.System).CloseAsync(North, Cancel))).ShouldBe(1);

    [Fact]
    public async Task is_two_round_trips_with_tenant_isolation_too_while_the_connection_stays_with_a_tenant() =>
        (await RoundTripsAsync(WriteAsync, isolated: true)).ShouldBe(2);

    [Fact]
    public async Task is_one_more_with_tenant_isolation_where_the_connection_served_another_tenant() =>
        (
            await RoundTripsAsync(
                async store =>
                {
                    await store.FetchStreamAsync(South, Home, Cancel);
                    await store.FetchStreamAsync(North, Home, Cancel);
                },
                isolated: true
            )
        ).ShouldBe(4);

    private static async Task WriteAsync(TenantEventStore store)
    {
        await using var session = await store.OpenAsync(new(North, [Home], Someone), Cancel);
        session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up"));
        await session.SaveChangesAsync(Cancel);
    }

    private Task<int> RoundTripsAsync(Func<TenantEventStore, Task> act, bool isolated = false) =>
        RoundTripsAsync((store, _) => act(store), isolated);

    /// <summary>Of the fifth time: the first ones connect and prepare. What Marten does on connections of its own counts as well.</summary>
    private async Task<int> RoundTripsAsync(Func<TenantEventStore, TenantDatabase, Task> act, bool isolated = false)
    {
        await using var proxy = CountingProxy.To(Database.ConnectionString);
        var settings = new NpgsqlConnectionStringBuilder(proxy.ConnectionString)
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 1,
        };
        await using var source = PostgresDataSource.Create(settings.ConnectionString);
        await using var tenants = isolated ? TenantDatabase.Isolated(settings.ConnectionString) : source;
        await using var documents = TestEvents.StoreOn(source);
        var store = new TenantEventStore(documents, tenants);
        for (var time = 1; time < 5; time++)
            await act(store, tenants);
        var before = proxy.RoundTrips;
        await act(store, tenants);
        return proxy.RoundTrips - before;
    }
}
