using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Tests.Tenancy;

/// <summary>A server that does not know the role restores tables and policies, and none of the role's rights.</summary>
public sealed class ADatabaseRestoredElsewhere : IsolatedTest
{
    [Fact]
    public async Task has_the_rights_again_after_a_start_and_no_more_than_before()
    {
        await Database.ExecuteAsync($"create table ombud.rows (tenant_id text); {RowSecurity.Protect("rows")}");
        var before = await RightsAsync();
        before.ShouldContain("mt_events INSERT, SELECT");
        before.ShouldContain("rows INSERT, SELECT, UPDATE");
        await Database.ExecuteAsync(
            $"revoke all on all tables in schema ombud from {RowSecurity.Role}; revoke all on all sequences "
                + $"in schema ombud from {RowSecurity.Role}; revoke all on schema ombud from {RowSecurity.Role}"
        );
        (await RightsAsync()).ShouldBeEmpty();
        await Schema.ApplyAsync(Documents, Database.Source, Cancel);
        (await RightsAsync()).ShouldBe(before);
        await using var isolated = Isolated();
        await AppendAsync(StoreOf(isolated), North, Home, "woke up");
    }

    private Task<List<string>> RightsAsync() =>
        Database.ListAsync<string>(
            $"""
            select table_name || ' ' || string_agg(privilege_type, ', ' order by privilege_type) from information_schema.table_privileges
            where table_schema = 'ombud' and grantee = '{RowSecurity.Role}' group by table_name order by table_name
            """
        );
}
