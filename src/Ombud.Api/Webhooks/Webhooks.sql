-- Who is told of events, and how far. A row is never deleted: the deliveries name its id. After its end it has no secret.
create table if not exists ombud.webhooks (
    tenant_id       varchar     not null,
    id              uuid        not null,
    url             text        not null,
    types           text[],
    description     text,
    state           text        not null,
    disabled_because text,
    disabled_at     timestamptz,
    -- Enciphered under the tenant's own key.
    secret          text,
    previous_secret text,
    previous_until  timestamptz,
    -- The position of the last event that it has got.
    cursor          bigint      not null,
    -- How often the event after that was tried in vain, and when it is tried again.
    failures        integer     not null default 0,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    created_by      text        not null,
    deleted_at      timestamptz,
    constraint pk_webhooks primary key (tenant_id, id)
);

-- What was tried. Kept for a month.
create table if not exists ombud.webhook_deliveries (
    tenant_id       varchar     not null,
    id              uuid        not null,
    webhook_id      uuid        not null,
    event_id        uuid        not null,
    -- Of the event in the log; null for a test.
    position        bigint,
    event_type      text        not null,
    kind            text        not null,
    attempt         integer     not null,
    attempted_at    timestamptz not null,
    milliseconds    integer     not null,
    status          integer,
    error           text,
    response        text,
    next_attempt_at timestamptz,
    constraint pk_webhook_deliveries primary key (tenant_id, webhook_id, id)
);
do $$ begin
    if to_regclass('ombud.webhook_deliveries_attempted') is null then
        create index webhook_deliveries_attempted on ombud.webhook_deliveries (attempted_at);
        create index webhook_deliveries_event on ombud.webhook_deliveries (tenant_id, webhook_id, event_id);
    end if;
end $$;
