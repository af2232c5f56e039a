-- Keys of other systems. A row is never deleted: the history names its id.
create table if not exists ombud.api_keys (
    id           text        not null primary key,
    name         text        not null,
    hash         bytea       not null,
    municipality text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
