using JasperFx;
using Npgsql;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.Tables;

/// <summary>They are Marten's own: it finds nothing to add and nothing to drop, no matter who made them first.</summary>
public sealed class TheTables : StoreTest
{
    [Fact]
    public async Task are_as_a_plain_Marten_store_wants_them()
    {
        await using var plain = PlainMarten.On(Database.Source);
        await plain.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancel);
        (await RightsAsync(Database.Source)).ShouldBe(["mt_events", "mt_streams"]);
    }

    [Fact]
    public async Task that_Marten_made_first_are_taken_over_as_they_are()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(Cancel);
        await using var source = PostgresDataSource.Create(empty.ConnectionString);
        await using var plain = PlainMarten.On(source);
        await plain.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        (await RightsAsync(source)).ShouldBeEmpty();
        await using var documents = TestEvents.StoreOn(source);

        await Schema.ApplyAsync(documents, source, Cancel);

        await plain.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancel);
        await documents.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancel);
        (await RightsAsync(source)).ShouldBe(["mt_events", "mt_streams"]);
    }

    [Fact]
    public async Task have_no_triggers() =>
        (await Database.ListAsync<string>("select tgname::text from pg_trigger where not tgisinternal")).ShouldBeEmpty();

    /// <summary>Marten's tables that show a tenant its own rows alone.</summary>
    private static async Task<List<string>> RightsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select c.relname from pg_class c join pg_policies p on (p.schemaname, p.tablename) = ('ombud', c.relname)
            where c.relnamespace = 'ombud'::regnamespace and c.relname like 'mt\_%' and c.relrowsecurity
                and p.qual like '%tenant_id%ombud.tenant%' order by c.relname
            """
        );
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var tables = new List<string>();
        while (await reader.ReadAsync(Cancel))
            tables.Add(reader.GetString(0));
        return tables;
    }
}
