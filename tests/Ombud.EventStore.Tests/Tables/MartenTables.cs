namespace Ombud.EventStore.Tests.Tables;

/// <summary>Marten 9's event tables: conjoined tenancy, streams by Guid, all metadata columns on. Approved by comparison with Marten's own.</summary>
internal static class MartenTables
{
    public static readonly string[] Columns =
    [
        "mt_event_progression.name character varying not null",
        "mt_event_progression.last_seq_id bigint",
        "mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()",
        "mt_events.seq_id bigint not null",
        "mt_events.id uuid not null",
        "mt_events.stream_id uuid",
        "mt_events.version bigint not null",
        "mt_events.data jsonb not null",
        "mt_events.bdata bytea",
        "mt_events.type character varying(500) not null",
        "mt_events.timestamp timestamp with time zone not null",
        "mt_events.tenant_id character varying default '*DEFAULT*'::character varying",
        "mt_events.mt_dotnet_type character varying",
        "mt_events.correlation_id character varying",
        "mt_events.causation_id character varying",
        "mt_events.headers jsonb",
        "mt_events.user_name character varying",
        "mt_events.is_archived boolean default false",
        "mt_high_water_skips.ending_sequence bigint not null",
        "mt_high_water_skips.starting_sequence bigint not null",
        "mt_high_water_skips.timestamp timestamp with time zone default transaction_timestamp()",
        "mt_streams.tenant_id character varying not null default '*DEFAULT*'::character varying",
        "mt_streams.id uuid not null",
        "mt_streams.type character varying",
        "mt_streams.version bigint",
        "mt_streams.timestamp timestamp with time zone not null default now()",
        "mt_streams.created timestamp with time zone not null default now()",
        "mt_streams.is_archived boolean default false",
    ];

    public static readonly string[] Keys =
    [
        "fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)",
        "pk_mt_event_progression PRIMARY KEY (name)",
        "pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
        "pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence)",
        "pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id)",
    ];

    public static readonly string[] Indexes =
    [
        "CREATE UNIQUE INDEX pk_mt_event_progression ON ombud.mt_event_progression USING btree (name)",
        "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ombud.mt_events USING btree (tenant_id, stream_id, version)",
        "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON ombud.mt_events USING btree (seq_id)",
        "CREATE UNIQUE INDEX pkey_mt_high_water_skips_ending_sequence ON ombud.mt_high_water_skips USING btree (ending_sequence)",
        "CREATE UNIQUE INDEX pkey_mt_streams_tenant_id_id ON ombud.mt_streams USING btree (tenant_id, id)",
    ];
}
