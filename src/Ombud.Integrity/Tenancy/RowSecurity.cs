namespace Ombud.Integrity.Tenancy;

/// <summary>
/// Row-level security as the second isolation of municipalities: on every table that has a <c>tenant_id</c> PostgreSQL itself shows, and
/// lets be written, the rows of one tenant alone. The first isolation is that every query names its tenant.
/// </summary>
public static class RowSecurity
{
    /// <summary>The role that everything done for a caller runs as. It owns nothing, and nobody can log in as it.</summary>
    public const string Role = "ombud_app";

    /// <summary>The session's setting that says whose rows there are. Without it there are none.</summary>
    public const string Setting = "ombud.tenant";

    /// <summary>What the role may do with a table, unless something else is said.</summary>
    public const string ReadAndWrite = "select, insert, update";

    /// <summary>For what is written once and never changed.</summary>
    public const string ReadAndAdd = "select, insert";

    /// <summary>For what is forgotten with whom it is about. Nothing else is deleted by the role.</summary>
    private const string AddAndForget = "select, insert, delete";

    private static readonly (string Table, string Rights)[] Tables =
    [
        ("mt_streams", ReadAndWrite),
        ("mt_events", ReadAndAdd),
        ("fences", ReadAndWrite),
        ("ledger", ReadAndAdd),
        ("ledger_heads", ReadAndAdd),
        ("ledger_tiles", ReadAndWrite),
        ("subject_keys", ReadAndWrite),
        ("stream_subjects", ReadAndAdd),
        ("subject_fingerprints", AddAndForget),
        ("repeatable_requests", ReadAndAdd),
    ];

    /// <summary>Enables row-level security on a table that was just made. It does not apply to the owner of the table.</summary>
    public static string Protect(string table, string rights = ReadAndWrite) =>
            // A subselect is evaluated once for each statement, not for each row.
            $"""
            alter table ombud.{table} enable row level security;
            create policy tenant on ombud.{table} using (tenant_id = (select current_setting('{Setting}', true)));
            {Grant(table, rights)}
            """;

    /// <summary>The role, and row-level security on each of the store's own tables; what is there is neither changed nor locked.</summary>
    internal static string Script() =>
        string.Join(
            '\n',
            [
                RoleScript,
                .. Tables.Select(each => ProtectIfMissing(each.Table, each.Rights)),
                .. Tables.Select(each => IfLost(each.Table, each.Rights)),
                OthersIfLost,
            ]
        );

    /// <summary>The same for a table that may have it already.</summary>
    internal static string ProtectIfMissing(string table, string rights) =>
        $"""
            do $$ begin
                if not (select relrowsecurity from pg_class where oid = 'ombud.{table}'::regclass) then {Protect(table, rights)} end if;
            end $$;
            """;

    /// <summary>Restored on a server that does not know the role, a table has its policy and no grant.</summary>
    private static string IfLost(string table, string rights) =>
        $"do $$ begin if not has_table_privilege('{Role}', 'ombud.{table}', 'insert') then {Grant(table, rights)} end if; end $$;";

    private static string Grant(string table, string rights) => $"grant {rights} on ombud.{table} to {Role};";

    private const string OthersIfLost = $$"""
        do $$ declare lost text; begin
            for lost in
                select relname from pg_class
                where relnamespace = 'ombud'::regnamespace and relrowsecurity and not has_table_privilege('{{Role}}', oid, 'insert')
            loop
                execute format('grant {{ReadAndWrite}} on ombud.%I to {{Role}}', lost);
            end loop;
        end $$;
        """;

    // Another database of the server may be making the same role at this moment. A superuser can be every role without a grant.
    private const string RoleScript = $$"""
        do $$
        begin
            if to_regrole('{{Role}}') is null then
                begin
                    create role {{Role}} nologin;
                exception when duplicate_object or unique_violation then null;
                end;
            end if;
            if not pg_has_role(current_user, '{{Role}}',
                               case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
                execute format('grant {{Role}} to %I', current_user);
            end if;
        exception when insufficient_privilege then
            raise exception using errcode = '{{RoleMissingException.SqlState}}', message = format(
                'the role {{Role}} is missing, or %1$I may not act as it, and %1$I may not change that. '
                'Have an administrator of the server run: create role {{Role}} nologin; grant {{Role}} to %1$I;', current_user);
        end $$;
        grant usage on schema ombud to {{Role}};
        grant usage on sequence ombud.mt_events_sequence to {{Role}};
        """;
}
