using Npgsql;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.Tables;

/// <summary>A newer version of the program made the tables.</summary>
public sealed class ANewerSchema : StoreTest
{
    private const string Catalog = """
        select concat_ws(' ', c.relname, c.relrowsecurity, string_agg(a.attname, ' ' order by a.attnum)) from pg_class c
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'ombud'::regnamespace
        group by c.oid, c.relname, c.relrowsecurity
        union all select p.proname || md5(p.prosrc) from pg_proc p where p.pronamespace = 'ombud'::regnamespace
        union all select polname || polrelid::regclass::text from pg_policy order by 1
        """;

    [Fact]
    public async Task is_refused_and_left_as_it_is()
    {
        await Database.ExecuteAsync(
            """
            insert into ombud.schema_version (version) values (4);
            drop table ombud.fences;
            drop policy tenant on ombud.mt_events;
            alter table ombud.mt_events disable row level security, add column found_later text;
            alter table ombud.mt_streams drop column compacted_version;
            """
        );
        var before = await Database.ListAsync<string>(Catalog);
        (await Should.ThrowAsync<NewerSchemaException>(() => Schema.ApplyAsync(Documents, Database.Source, Cancel))).Message.ShouldContain(
            "schema version 4"
        );
        (await Database.ListAsync<string>(Catalog)).ShouldBe(before);
        (await Database.ListAsync<int>("select version from ombud.schema_version order by version")).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task of_which_there_is_the_number_alone_is_refused_and_nothing_is_made()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(Cancel);
        await using var source = PostgresDataSource.Create(empty.ConnectionString);
        await using var documents = TestEvents.StoreOn(source);
        await using var make = source.CreateCommand(
            """
            create schema ombud;
            create table ombud.schema_version (version integer primary key, applied_at timestamptz default clock_timestamp());
            insert into ombud.schema_version (version) values (4);
            """
        );
        await make.ExecuteNonQueryAsync(Cancel);
        await Should.ThrowAsync<NewerSchemaException>(() => Schema.ApplyAsync(documents, source, Cancel));
        await using var command = source.CreateCommand("select string_agg(tablename, ' ') from pg_tables where schemaname = 'ombud'");
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("schema_version");
    }

    [Fact]
    public async Task is_none_that_this_version_made() =>
        (await Database.ListAsync<int>("select version from ombud.schema_version")).ShouldBe([3]);
}
