using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.EventStore.Secrets;

/// <summary>The subjects' keys as they lie in the database.</summary>
public sealed class KeyStore(NpgsqlDataSource database, Keyring keyring)
{
    private const int AtOnce = 1000;

    /// <summary>The keys that there still are of some subjects.</summary>
    public async Task<IReadOnlyDictionary<Guid, SubjectKey>> KeysAsync(string tenant, IEnumerable<Guid> subjects, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select subject_id, master, wrapped from ombud.subject_keys where tenant_id = $1 and subject_id = any($2) and wrapped is not null");
        command.With(tenant.Parameter(), subjects.Distinct().ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var keys = new Dictionary<Guid, SubjectKey>();
        while (await reader.ReadAsync(cancel))
            keys.Add(reader.GetGuid(0), keyring.Unwrap(tenant, reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return keys;
    }

    /// <summary>The streams that are about a subject, in id order; none for one that is not known.</summary>
    public async Task<IReadOnlyList<Guid>> StreamsAsync(string tenant, Guid subject, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select stream_id from ombud.stream_subjects where tenant_id = $1 and subject_id = $2 order by stream_id");
        command.With(tenant.Parameter(), subject.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(cancel))
            streams.Add(reader.GetGuid(0));
        return streams;
    }

    /// <summary>Which of some subjects were erased.</summary>
    public async Task<IReadOnlySet<Guid>> ErasedAsync(string tenant, IEnumerable<Guid> subjects, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select subject_id from ombud.subject_keys where tenant_id = $1 and subject_id = any($2) and wrapped is null");
        command.With(tenant.Parameter(), subjects.Distinct().ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var erased = new HashSet<Guid>();
        while (await reader.ReadAsync(cancel))
            erased.Add(reader.GetGuid(0));
        return erased;
    }

    /// <summary>The tenant's own key, for what is secret and about nobody; made where there is none.</summary>
    public async Task<SubjectKey> OfTenantAsync(string tenant, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("insert into ombud.subject_keys (tenant_id, subject_id, master, wrapped) values ($1, $2, $3, $4) on conflict do nothing");
        command.With(tenant.Parameter(), Guid.Empty.Parameter(), keyring.Present.Id.Parameter(),
            new NpgsqlParameter<byte[]> { TypedValue = keyring.Present.Wrap(tenant, SubjectKey.New(Guid.Empty)) });
        await command.ExecuteNonQueryAsync(cancel);
        return (await KeysAsync(tenant, [Guid.Empty], cancel))[Guid.Empty];
    }

    /// <summary>Master keys that subjects' keys are wrapped under and that are not at hand, with how many there are of each.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> MissingMastersAsync(NpgsqlDataSource database, Keyring keyring, CancellationToken cancel)
    {
        await using var table = database.CreateCommand("select to_regclass('ombud.subject_keys') is not null");
        if (!(bool)(await table.ExecuteScalarAsync(cancel))!)
            return new Dictionary<string, long>();
        await using var command = database.CreateCommand("select master, count(*) from ombud.subject_keys where wrapped is not null and master <> all($1) group by master");
        command.With(keyring.Ids.ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var missing = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancel))
            missing.Add(reader.GetString(0), reader.GetInt64(1));
        return missing;
    }

    /// <summary>Wraps every key anew that is not under the present master key. Events stay as they are.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<int> RewrapAsync(IProgress<int>? keys, CancellationToken cancel)
    {
        for (var done = 0; ;)
        {
            var some = await RewrapSomeAsync(cancel);
            done += some;
            keys?.Report(done);
            if (some == 0)
                return done;
        }
    }

    private async Task<int> RewrapSomeAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await using var command = new NpgsqlCommand("select tenant_id, subject_id, master, wrapped from ombud.subject_keys where wrapped is not null and master <> $1 limit $2 for update", connection);
        command.With(keyring.Present.Id.Parameter(), ((long)AtOnce).Parameter());
        var anew = new List<(string Tenant, SubjectKey Key)>();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel))
                anew.Add((reader.GetString(0), keyring.Unwrap(reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3))));
        await using var update = new NpgsqlCommand(
            """
            update ombud.subject_keys k set master = $1, wrapped = u.wrapped from unnest($2, $3, $4) as u (tenant, subject, wrapped)
            where k.tenant_id = u.tenant and k.subject_id = u.subject
            """, connection);
        update.With(keyring.Present.Id.Parameter(), anew.Select(each => each.Tenant).ToArray().Parameter(), anew.Select(each => each.Key.Subject).ToArray().Parameter(),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = anew.Select(each => keyring.Present.Wrap(each.Tenant, each.Key)).ToArray() });
        await update.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return anew.Count;
    }
}
