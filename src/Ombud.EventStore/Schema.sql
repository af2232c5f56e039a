-- The tables of Marten 9 (conjoined tenancy, streams by Guid, headers, correlation, causation and user name on),
-- column for column and name for name, so that Marten can open the same database. Ombud adds nothing to them.
create schema if not exists ombud;

create table if not exists ombud.mt_streams (
    tenant_id   varchar     not null default '*DEFAULT*',
    id          uuid        not null,
    type        varchar,
    version     bigint,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    is_archived boolean              default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table if not exists ombud.mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea,
    type           varchar(500) not null,
    timestamp      timestamptz  not null,
    tenant_id      varchar      default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    user_name      varchar,
    is_archived    boolean      default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references ombud.mt_streams (tenant_id, id)
);
-- "if not exists" would lock the table first and look then: a node that starts would stop all writers behind a long import.
do $$ begin
    if to_regclass('ombud.pk_mt_events_stream_and_version') is null then
        create unique index pk_mt_events_stream_and_version on ombud.mt_events (tenant_id, stream_id, version);
    end if;
end $$;
create sequence if not exists ombud.mt_events_sequence owned by ombud.mt_events.seq_id;

create table if not exists ombud.mt_event_progression (
    name         varchar not null,
    last_seq_id  bigint,
    last_updated timestamptz default transaction_timestamp(),
    constraint pk_mt_event_progression primary key (name)
);

create table if not exists ombud.mt_high_water_skips (
    ending_sequence   bigint not null,
    starting_sequence bigint not null,
    timestamp         timestamptz default transaction_timestamp(),
    constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence)
);

-- Ombud's own: the newest moment up to which a municipality's history is closed for ever.
create table if not exists ombud.fences (
    tenant_id varchar     not null primary key,
    at        timestamptz not null
);

-- Ombud's own: which shape of each read model is live.
create table if not exists ombud.read_models (
    table_name  text        not null primary key,
    fingerprint text        not null,
    built_at    timestamptz not null
);

-- Ombud's own: the ledger. Each entry seals the heads of the streams that were written since the one before it.
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

create table if not exists ombud.ledger_heads (
    tenant_id varchar not null,
    entry     integer not null,
    stream_id uuid    not null,
    version   bigint  not null,
    hash      varchar not null,
    constraint pk_ledger_heads primary key (tenant_id, entry, stream_id)
);

-- Ombud's own: the key of each subject that something confidential was written of, wrapped by a master key that is not here.
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

-- Ombud's own: whom each stream is about.
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
