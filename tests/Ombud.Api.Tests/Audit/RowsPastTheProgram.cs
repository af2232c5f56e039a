namespace Ombud.Api.Tests.Audit;

/// <summary>Rows of a read model, and keys of people, that somebody changed by SQL: the events say otherwise.</summary>
public sealed class RowsPastTheProgram(StillApi api) : IClassFixture<StillApi>
{
    [Theory]
    [InlineData("update ombud.case_register set recorded_from = recorded_from - interval '1 second'", "ombud.case_register: row")]
    [InlineData("update ombud.case_register set row_key = row_key || 'x'", "ombud.case_register: row")]
    [InlineData("delete from ombud.case_people", "ombud.case_people: row")]
    [InlineData("update ombud.case_flow set recorded_to = now()", "ombud.case_flow: row")]
    [InlineData("update ombud.case_register set stream_id = gen_random_uuid()", "ombud.case_register: a row of stream")]
    [InlineData("delete from ombud.stream_subjects", "ombud.stream_subjects: stream")]
    [InlineData("update ombud.subject_keys set wrapped = null, destroyed_at = now()", "and no event says that they were erased")]
    [InlineData(
        "update ombud.subject_keys set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))",
        "is not the one that was wrapped"
    )]
    public async Task are_named_where_rows_are_asked_for(string tampering, string said)
    {
        await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                withinMandate = true,
                requiresResponse = true,
                summary = "She waits",
            }
        );
        await using var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        await RunAsync("create schema if not exists aside");
        foreach (var table in Tables)
            await RunAsync($"drop table if exists aside.{table}; create table aside.{table} as table ombud.{table}");
        ((bool?)(await api.GetAsync("/v1/audit/verification?rows=true")).ShouldBe(200).Json["whole"]).ShouldBe(true);
        await RunAsync(tampering);
        try
        {
            ((bool?)(await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json["whole"]).ShouldBe(true);
            var found = (await api.GetAsync("/v1/audit/verification?rows=true")).ShouldBe(200).Json;
            ((bool?)found["whole"]).ShouldBe(false);
            found["faults"]!.ToJsonString().ShouldContain(said);
        }
        finally
        {
            foreach (var table in Tables)
            {
                var columns = await ColumnsAsync(table);
                await RunAsync($"delete from ombud.{table}; insert into ombud.{table} ({columns}) select {columns} from aside.{table}");
            }
        }

        async Task RunAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
        }

        async Task<string> ColumnsAsync(string table)
        {
            await using var command = new Npgsql.NpgsqlCommand(
                "select string_agg(attname, ', ' order by attnum) from pg_attribute "
                    + $"where attrelid = 'ombud.{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
                connection
            );
            return (string)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
        }
    }

    private static string[] Tables => ["case_register", "case_people", "case_flow", "stream_subjects", "subject_keys"];
}
