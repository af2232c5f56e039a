using Npgsql;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Tenancy;

public sealed class OneConnectionForTwoTenants : IsolatedTest
{
    private const string Mine = "select string_agg(tenant_id || ' ' || (data ->> 'what'), ', ') from ombud.mt_events";

    [Fact]
    public async Task shows_each_its_own_in_turn()
    {
        await using var isolated = Isolated();
        var store = StoreOf(isolated);
        await AppendAsync(store, North, Home, "woke up");
        await AppendAsync(store, South, Home, "slept in");
        (await store.FetchStreamAsync(North, Home, Cancel)).Whats().ShouldBe(["woke up"]);
        (await store.FetchStreamAsync(South, Home, Cancel)).Whats().ShouldBe(["slept in"]);
        (await AskAsync<string>(isolated, North, Mine)).ShouldBe("north woke up");
        (await AskAsync<string>(isolated, South, Mine)).ShouldBe("south slept in");
    }

    [Fact]
    public async Task shows_the_right_one_after_a_write_that_was_given_up()
    {
        await using var isolated = Isolated();
        var store = StoreOf(isolated);
        await AppendAsync(store, North, Home, "woke up");
        await using (var session = await store.OpenAsync(new(South, [Home], Someone), Cancel))
            session.Append(Home, TestEvents.Diary, TestEvents.Of("thought about getting up"));
        (await store.FetchStreamAsync(North, Home, Cancel)).Whats().ShouldBe(["woke up"]);
        (await AskAsync<long>(isolated, South, "select count(*) from ombud.mt_events")).ShouldBe(0);
    }

    [Fact]
    public async Task shows_the_right_one_when_its_backend_was_killed_and_another_took_its_place()
    {
        await using var isolated = Isolated();
        var store = StoreOf(isolated);
        await AppendAsync(store, North, Home, "woke up");
        await AppendAsync(store, South, Home, "slept in");
        var killed = await AskAsync<int>(isolated, North, "select pg_backend_pid()");
        await Database.AskAsync<bool>("select pg_terminate_backend($1, 5000)", killed);
        await Should.ThrowAsync<NpgsqlException>(() => store.FetchStreamAsync(North, Home, Cancel));
        (await store.FetchStreamAsync(North, Home, Cancel)).Whats().ShouldBe(["woke up"]);
        (await AskAsync<string>(isolated, South, Mine)).ShouldBe("south slept in");
        (await AskAsync<int>(isolated, North, "select pg_backend_pid()")).ShouldNotBe(killed);
    }

    [Fact]
    public async Task shows_nothing_until_a_municipality_is_named()
    {
        await AppendAsync(Home, "woke up");
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand("set role ombud_app; select count(*) from ombud.mt_events", connection);
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }

    [Fact]
    public async Task seals_each_ledger_up_to_where_the_whole_log_stands()
    {
        await using var isolated = Isolated();
        var (store, ledger) = (StoreOf(isolated), new Ledger(Database.Source, isolated));
        await AppendAsync(store, North, Home, "woke up");
        await AppendAsync(store, South, Home, "slept in", "overslept");
        (await ledger.SealAsync(North, Cancel))!.UpTo.ShouldBe(3);
        (await new Verifier(isolated).RunAsync(North, new Dictionary<int, string>(), null, Cancel)).Whole.ShouldBeTrue();
    }
}
