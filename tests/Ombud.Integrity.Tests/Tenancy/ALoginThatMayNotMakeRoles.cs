using Npgsql;
using Ombud.Integrity.Tenancy;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.Tenancy;

public sealed class ALoginThatMayNotMakeRoles : IsolatedTest
{
    // Roles are the whole server's, which test processes may share.
    private readonly string _login = $"office_{Guid.NewGuid():N}";

    [Fact]
    public async Task names_what_an_administrator_has_to_run_and_starts_after_it_was_run()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(Cancel);
        await using var administrator = PostgresDataSource.Create(empty.ConnectionString);
        await RunAsync(administrator, $"create role {_login} login password 'office'");
        try
        {
            await RunAsync(
                administrator,
                $"do $$ begin execute format('grant create on database %I to {_login}', current_database()); end $$"
            );
            var asOffice = new NpgsqlConnectionStringBuilder(empty.ConnectionString)
            {
                Username = _login,
                Password = "office",
                Pooling = false,
            }.ConnectionString;
            await using var office = PostgresDataSource.Create(asOffice);
            await using var documents = TestEvents.StoreOn(office);
            (await Should.ThrowAsync<RoleMissingException>(() => Schema.ApplyAsync(documents, office, Cancel))).Message.ShouldContain(
                $"create role ombud_app nologin; grant ombud_app to {_login};"
            );
            await RunAsync(administrator, $"grant ombud_app to {_login}");
            await Schema.ApplyAsync(documents, office, Cancel);
            await using var isolated = Isolated(
                connectionString: new NpgsqlConnectionStringBuilder(asOffice) { Pooling = true }.ConnectionString
            );
            var store = new TenantEventStore(documents, isolated);
            await AppendAsync(store, North, Home, "woke up");
            await AppendAsync(store, South, Home, "slept in");
            (await AskAsync<long>(isolated, North, "select count(*) from ombud.mt_events")).ShouldBe(1);
        }
        finally
        {
            await RunAsync(administrator, $"drop owned by {_login} cascade; drop role {_login}");
        }
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
