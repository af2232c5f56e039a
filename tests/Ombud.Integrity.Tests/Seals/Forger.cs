using System.Text.Json;
using NodaTime;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>Somebody with all rights in the database, who knows how events and ledger are sealed.</summary>
internal sealed class Forger(StoreDatabase database)
{
    private const string Lie = """{"what":"nothing at all"}""";

    /// <summary>Changes columns of one event.</summary>
    public Task ChangeAsync(Diary diary, long version, string columns) =>
        database.ExecuteAsync(
            $"update ombud.mt_events set {columns} where tenant_id = $1 and stream_id = $2 and version = $3",
            diary.Tenant,
            diary.Id,
            version
        );

    public Task RemoveAsync(Diary diary, long from, long to) =>
        database.ExecuteAsync(
            "delete from ombud.mt_events where tenant_id = $1 and stream_id = $2 and version between $3 and $4",
            diary.Tenant,
            diary.Id,
            from,
            to
        );

    /// <summary>Moves the versions from one on, in two steps because no two events may share one.</summary>
    public async Task RenumberAsync(Diary diary, long from, int by)
    {
        await database.ExecuteAsync(
            "update ombud.mt_events set version = -version where tenant_id = $1 and stream_id = $2 and version >= $3",
            diary.Tenant,
            diary.Id,
            from
        );
        await database.ExecuteAsync(
            "update ombud.mt_events set version = -version + $3 where tenant_id = $1 and stream_id = $2 and version < 0",
            diary.Tenant,
            diary.Id,
            by
        );
    }

    /// <summary>Changes columns of a stream's row.</summary>
    public Task ChangeStreamAsync(Diary diary, string columns) =>
        database.ExecuteAsync($"update ombud.mt_streams set {columns} where tenant_id = $1 and id = $2", diary.Tenant, diary.Id);

    public Task SetHeadAsync(Diary diary, long version) =>
        database.ExecuteAsync("update ombud.mt_streams set version = $3 where tenant_id = $1 and id = $2", diary.Tenant, diary.Id, version);

    /// <summary>A copy of an event that says something else, at another version.</summary>
    /// <param name="position">Where in the log; null for its end.</param>
    public Task InsertCopyAsync(Diary diary, long of, long version, long? position = null) =>
        database.ExecuteAsync(
            $"""
            insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, user_name)
            select coalesce(nullif($5::bigint, 0), nextval('ombud.mt_events_sequence')), gen_random_uuid(), stream_id, $4, '{Lie}',
                'something_happened', timestamp, tenant_id, headers, user_name
            from ombud.mt_events where tenant_id = $1 and stream_id = $2 and version = $3
            """,
            diary.Tenant,
            diary.Id,
            of,
            version,
            position ?? 0L
        );

    /// <summary>Puts the first event of a stream, in other words, into a stream of its own.</summary>
    public async Task CopyFirstEventAsync(Diary model, Diary made, long position)
    {
        await AddHeadAsync(made, 1);
        await InsertCopyAsync(model, 1, model.Length + 1, position);
        await ChangeAsync(model, model.Length + 1, $"stream_id = '{made.Id}', version = 1");
    }

    public Task AddHeadAsync(Diary diary, long version) =>
        database.ExecuteAsync(
            "insert into ombud.mt_streams (tenant_id, id, version, type) values ($1, $2, $3, 'diary')",
            diary.Tenant,
            diary.Id,
            version
        );

    public Task RemoveHeadAsync(Diary diary) =>
        database.ExecuteAsync("delete from ombud.mt_streams where tenant_id = $1 and id = $2", diary.Tenant, diary.Id);

    /// <summary>Lets two events have each other's data.</summary>
    public Task SwapDataAsync(Diary diary, long version, Diary other, long otherVersion) =>
        SwapAsync("data = o.data", diary, version, other, otherVersion);

    /// <summary>Positions are unique at every row: they go by way of their negatives.</summary>
    public async Task SwapPositionsAsync(Diary diary, long version, long otherVersion)
    {
        await SwapAsync("seq_id = -o.seq_id", diary, version, diary, otherVersion);
        await database.ExecuteAsync("update ombud.mt_events set seq_id = -seq_id where seq_id < 0");
    }

    private Task SwapAsync(string change, Diary diary, long version, Diary other, long otherVersion) =>
        database.ExecuteAsync(
            $"""
            update ombud.mt_events e set {change} from ombud.mt_events o
            where (e.stream_id, e.version, o.stream_id, o.version) in (($1, $2, $3, $4), ($3, $4, $1, $2))
            """,
            diary.Id,
            version,
            other.Id,
            otherVersion
        );

    /// <summary>Lets an event say something else, and seals it and those after it anew.</summary>
    public async Task ForgeAsync(Diary diary, long version, long last)
    {
        await ChangeAsync(diary, version, $"data = '{Lie}'");
        await SealAnewAsync(diary, version, last);
    }

    /// <summary>Seals events anew, as we would have.</summary>
    public async Task SealAnewAsync(Diary diary, long from, long to)
    {
        var previous =
            from == 1
                ? null
                : await database.AskAsync<string>(
                    "select headers ->> 'hash' from ombud.mt_events where tenant_id = $1 and stream_id = $2 and version = $3",
                    diary.Tenant,
                    diary.Id,
                    from - 1
                );
        for (var version = from; version <= to; version++)
        {
            var sealing = await ReadAsync(diary, version);
            var seal = Seal.Next(sealing, previous);
            await database.ExecuteAsync(
                "update ombud.mt_events set headers = $4::jsonb where tenant_id = $1 and stream_id = $2 and version = $3",
                diary.Tenant,
                diary.Id,
                version,
                seal.Into(sealing.Headers?.GetRawText())
            );
            previous = seal.Hash;
        }
    }

    private async Task<SealedEvent> ReadAsync(Diary diary, long version)
    {
        await using var command = database.Source.CreateCommand(
            """
            select type, timestamp, user_name, correlation_id, causation_id, data::text, headers::text, id,
                (select type from ombud.mt_streams s where s.tenant_id = e.tenant_id and s.id = e.stream_id), mt_dotnet_type
            from ombud.mt_events e where tenant_id = $1 and stream_id = $2 and version = $3
            """
        );
        foreach (var value in new object[] { diary.Tenant, diary.Id, version })
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(
            diary.Tenant,
            diary.Id,
            version,
            row.GetString(0),
            Instant.FromDateTimeUtc(row.GetDateTime(1)),
            Text(2),
            Text(3),
            Text(4),
            JsonElement.Parse(row.GetString(5)),
            Text(6) is { } headers ? JsonElement.Parse(headers) : null,
            row.GetGuid(7),
            Text(8),
            Text(9)
        );

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
