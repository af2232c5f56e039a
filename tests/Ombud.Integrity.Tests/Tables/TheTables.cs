namespace Ombud.Integrity.Tests.Tables;

/// <summary>What Marten 9 makes and expects, column for column and name for name; see the comment in Schema.sql.</summary>
public sealed class TheTables : StoreTest
{
    [Fact]
    public async Task have_the_columns_of_Marten() =>
        (
            await Database.ListAsync<string>(
                """
                select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end,
                    ' default ' || pg_get_expr(d.adbin, d.adrelid))
                from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relnamespace = 'ombud'::regnamespace and c.relkind = 'r' and c.relname like 'mt\_%' and a.attnum > 0 order by c.relname, a.attnum
                """
            )
        ).ShouldBe(MartenTables.Columns);

    [Fact]
    public async Task have_the_keys_of_Marten() =>
        (
            await Database.ListAsync<string>(
                """
                select format('%s %s', k.conname, replace(pg_get_constraintdef(k.oid), 'ombud.', '')) from pg_constraint k join pg_class c on c.oid = k.conrelid
                where k.connamespace = 'ombud'::regnamespace and c.relname like 'mt\_%' and k.contype <> 'n' order by k.conname
                """
            )
        ).ShouldBe(MartenTables.Keys);

    [Fact]
    public async Task have_the_indexes_of_Marten() =>
        (
            await Database.ListAsync<string>(
                "select indexdef from pg_indexes where schemaname = 'ombud' and tablename like 'mt\\_%' order by indexname"
            )
        ).ShouldBe(MartenTables.Indexes);

    [Fact]
    public async Task have_the_sequence_of_Marten_owned_by_the_position() =>
        (
            await Database.ListAsync<string>(
                """
                select format('%s %s from %s by %s cache %s, owned by %s.%s',
                    s.sequencename, s.data_type, s.start_value, s.increment_by, s.cache_size, c.relname, a.attname)
                from pg_sequences s join pg_depend d on d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass and d.deptype = 'a'
                join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
                where s.schemaname = 'ombud'
                """
            )
        ).ShouldBe(["mt_events_sequence bigint from 1 by 1 cache 1, owned by mt_events.seq_id"]);

    [Fact]
    public async Task have_no_triggers() =>
        (await Database.ListAsync<string>("select tgname::text from pg_trigger where not tgisinternal")).ShouldBeEmpty();
}
