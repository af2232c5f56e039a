-- Imports over HTTP: how far each is. The uploaded file lies beside it in parts, enciphered, until the import has ended.
create table if not exists ombud.imports (
    tenant_id     varchar     not null,
    id            uuid        not null,
    state         varchar     not null,
    dry_run       boolean     not null,
    media_type    varchar     not null,
    bytes         bigint      not null,
    created_at    timestamptz not null default clock_timestamp(),
    created_by    varchar     not null,
    finished_at   timestamptz,
    lines         integer,
    already_there integer,
    events        integer,
    recorded      integer     not null default 0,
    -- The batch that is recorded next; 0 while the file is being checked.
    next_batch    integer     not null default 0,
    fault_count   integer     not null default 0,
    -- Enciphered: a fault repeats what was sent.
    faults        bytea,
    failure       varchar,
    constraint pk_imports primary key (tenant_id, id)
);
-- How the file was read. Enciphered: the names of a workbook's sheets are what was sent.
do $$
begin
    if not exists (
        select from information_schema.columns where table_schema = 'ombud' and table_name = 'imports' and column_name = 'understood'
    ) then
        alter table ombud.imports add column understood bytea;
    end if;
end $$;
create table if not exists ombud.import_files (
    tenant_id varchar not null,
    import_id uuid    not null,
    part      integer not null,
    bytes     bytea   not null,
    constraint pk_import_files primary key (tenant_id, import_id, part)
);
