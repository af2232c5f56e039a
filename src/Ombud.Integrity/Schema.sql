-- What Ombud keeps beside Marten's tables, which Marten makes. Ombud adds an index to those, and nothing else.
create schema if not exists ombud;

-- The newest version of the program's tables, so that an older program does not touch them.
create table if not exists ombud.schema_version (
    version    integer     not null primary key,
    applied_at timestamptz not null default clock_timestamp()
);

-- The newest moment up to which a municipality's history is closed for ever.
create table if not exists ombud.fences (
    tenant_id varchar     not null primary key,
    at        timestamptz not null
);

-- Which shape of each read model is live.
create table if not exists ombud.read_models (
    table_name  text        not null primary key,
    fingerprint text        not null,
    built_at    timestamptz not null
);

-- The ledger. Each entry seals the heads of the streams that were written since the one before it.
create table if not exists ombud.ledger (
    tenant_id      varchar     not null,
    entry          integer     not null,
    sealed_at      timestamptz not null,
    after_position bigint      not null,
    up_to_position bigint      not null,
    previous       varchar,
    root           varchar     not null,
    constraint pk_ledger primary key (tenant_id, entry)
);

-- Since the second version of entries: how many leaves the municipality's tree has, its root, and both as a signed checkpoint.
do $$ begin
    if not exists (select from pg_attribute where attrelid = 'ombud.ledger'::regclass and attname = 'note') then
        alter table ombud.ledger add column size bigint, add column tree varchar, add column note varchar;
    end if;
end $$;

create table if not exists ombud.ledger_heads (
    tenant_id varchar not null,
    entry     integer not null,
    stream_id uuid    not null,
    version   bigint  not null,
    hash      varchar not null,
    constraint pk_ledger_heads primary key (tenant_id, entry, stream_id)
);

-- The hashes of each municipality's tree, 256 in a tile: of its leaves at level 0, of whole tiles above. They follow from the events.
create table if not exists ombud.ledger_tiles (
    tenant_id varchar not null,
    level     integer not null,
    tile      bigint  not null,
    hashes    bytea   not null,
    constraint pk_ledger_tiles primary key (tenant_id, level, tile)
);

-- The key of each subject that something confidential was written of, wrapped by a master key that is not here.
-- To erase a subject is to set its key to null: what was enciphered under it cannot be read any more.
create table if not exists ombud.subject_keys (
    tenant_id    varchar     not null,
    subject_id   uuid        not null,
    master       varchar     not null,
    wrapped      bytea,
    created_at   timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    constraint pk_subject_keys primary key (tenant_id, subject_id)
);

-- Whom each stream is about.
create table if not exists ombud.stream_subjects (
    tenant_id  varchar not null,
    stream_id  uuid    not null,
    subject_id uuid    not null,
    constraint pk_stream_subjects primary key (tenant_id, stream_id, subject_id)
);
do $$ begin
    if to_regclass('ombud.stream_subjects_subject') is null then
        create index stream_subjects_subject on ombud.stream_subjects (tenant_id, subject_id);
    end if;
end $$;

-- What a subject is known by, each as a fingerprint under the tenant's own key, which nobody can compute without it. It follows from no
-- event: this table is the record.
create table if not exists ombud.subject_fingerprints (
    tenant_id   varchar     not null,
    fingerprint varchar     not null,
    kind        varchar     not null,
    subject_id  uuid        not null,
    created_at  timestamptz not null default clock_timestamp(),
    constraint pk_subject_fingerprints primary key (tenant_id, fingerprint)
);
do $$ begin
    if to_regclass('ombud.subject_fingerprints_subject') is null then
        create index subject_fingerprints_subject on ombud.subject_fingerprints (tenant_id, subject_id);
    end if;
end $$;

-- The requests that callers may send again: what came of each stands here in the transaction that did it. Digests and ids, and
-- answers that do not follow from events, enciphered under the tenant's own key.
create table if not exists ombud.repeatable_requests (
    tenant_id varchar     not null,
    key       varchar     not null,
    request   varchar     not null,
    stream_id uuid        not null,
    version   bigint      not null,
    done_at   timestamptz not null default clock_timestamp(),
    answer    bytea,
    constraint pk_repeatable_requests primary key (tenant_id, key)
);
do $$ begin
    if not exists (select from pg_attribute where attrelid = 'ombud.repeatable_requests'::regclass and attname = 'answer') then
        alter table ombud.repeatable_requests add column answer bytea;
    end if;
end $$;

-- The one index on a table of Marten's, which is told to leave it alone: a tenant's events in the order of the log.
do $$ begin
    if to_regclass('ombud.mt_events_tenant_position') is null then
        create index mt_events_tenant_position on ombud.mt_events (tenant_id, seq_id);
    end if;
end $$;
