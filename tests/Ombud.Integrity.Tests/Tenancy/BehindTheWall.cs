using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Tests.Tenancy;

public sealed class BehindTheWall : IsolatedTest
{
    [Fact]
    public async Task a_connection_is_a_role_that_owns_nothing_and_is_no_superuser()
    {
        await using var walled = Walled();
        (await AskAsync<string>(walled, North, "select current_user::text")).ShouldBe(RowSecurity.Role);
        (
            await AskAsync<bool>(
                walled,
                North,
                "select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin from pg_roles where rolname = current_user"
            )
        ).ShouldBeFalse();
        (
            await AskAsync<long>(
                walled,
                North,
                "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task nobody_adds_to_another_tenant()
    {
        await using var walled = Walled();
        var stream = $"insert into ombud.mt_streams (tenant_id, id, version) values ('{South}', '{Home}', 1)";
        (await Should.ThrowAsync<PostgresException>(() => DoAsync(walled, North, stream))).MessageText.ShouldContain("row-level security");
        (await DoAsync(walled, South, stream)).ShouldBe(1);
    }

    [Fact]
    public async Task nobody_changes_another_tenants_rows_or_gives_it_their_own()
    {
        await AppendAsync(Home, "woke up");
        await using var walled = Walled();
        (await DoAsync(walled, South, "update ombud.mt_streams set version = 7")).ShouldBe(0);
        (await DoAsync(walled, North, "update ombud.mt_streams set version = version")).ShouldBe(1);
        await Should.ThrowAsync<PostgresException>(() => DoAsync(walled, North, $"update ombud.mt_streams set tenant_id = '{South}'"));
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
    public async Task nobody_may_even_for_their_own_tenant(string sql)
    {
        await AppendAsync(Home, "woke up");
        await using var walled = Walled();
        (await Should.ThrowAsync<PostgresException>(() => DoAsync(walled, North, sql))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }
}
