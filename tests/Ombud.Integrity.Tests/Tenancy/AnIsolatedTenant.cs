using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Tests.Tenancy;

public sealed class AnIsolatedTenant : IsolatedTest
{
    [Fact]
    public async Task connects_as_a_role_that_owns_nothing_and_is_no_superuser()
    {
        await using var isolated = Isolated();
        (await AskAsync<string>(isolated, North, "select current_user::text")).ShouldBe(RowSecurity.Role);
        (
            await AskAsync<bool>(
                isolated,
                North,
                "select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin from pg_roles where rolname = current_user"
            )
        ).ShouldBeFalse();
        (
            await AskAsync<long>(
                isolated,
                North,
                "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task cannot_add_rows_to_another_tenant()
    {
        await using var isolated = Isolated();
        var stream = $"insert into ombud.mt_streams (tenant_id, id, version) values ('{South}', '{Home}', 1)";
        (await Should.ThrowAsync<PostgresException>(() => DoAsync(isolated, North, stream))).MessageText.ShouldContain(
            "row-level security"
        );
        (await DoAsync(isolated, South, stream)).ShouldBe(1);
    }

    [Fact]
    public async Task cannot_change_the_rows_of_another_tenant_or_give_it_its_own()
    {
        await AppendAsync(Home, "woke up");
        await using var isolated = Isolated();
        (await DoAsync(isolated, South, "update ombud.mt_streams set version = 7")).ShouldBe(0);
        (await DoAsync(isolated, North, "update ombud.mt_streams set version = version")).ShouldBe(1);
        await Should.ThrowAsync<PostgresException>(() => DoAsync(isolated, North, $"update ombud.mt_streams set tenant_id = '{South}'"));
    }

    [Theory]
    [InlineData("delete from ombud.mt_streams")]
    [InlineData("delete from ombud.mt_events")]
    [InlineData("update ombud.mt_events set type = 'something_else'")]
    [InlineData("delete from ombud.ledger")]
    [InlineData("update ombud.ledger set root = ''")]
    [InlineData("truncate ombud.mt_events")]
    [InlineData("select * from ombud.read_models")]
    [InlineData("alter table ombud.mt_events disable row level security")]
    public async Task cannot_do_this_even_to_its_own_rows(string sql)
    {
        await AppendAsync(Home, "woke up");
        await using var isolated = Isolated();
        (await Should.ThrowAsync<PostgresException>(() => DoAsync(isolated, North, sql))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }
}
