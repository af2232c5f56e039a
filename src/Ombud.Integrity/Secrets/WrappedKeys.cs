using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.Integrity.Secrets;

/// <summary>The keys of all tenants' subjects, seen from the master keys that they are wrapped under.</summary>
public sealed class WrappedKeys(NpgsqlDataSource database, Keyring keyring)
{
    private const int AtOnce = 1000;

    /// <summary>Master keys that subjects' keys are wrapped under and that are not at hand, with how many there are of each.</summary>
    public async Task<IReadOnlyDictionary<string, long>> MissingMastersAsync(CancellationToken cancel)
    {
        await using var table = database.CreateCommand("select to_regclass('ombud.subject_keys') is not null");
        if (!(bool)(await table.ExecuteScalarAsync(cancel))!)
            return new Dictionary<string, long>();
        await using var command = database.CreateCommand(
            "select master, count(*) from ombud.subject_keys where wrapped is not null and master <> all($1) group by master"
        );
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
        for (var done = 0; ; )
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
        await using var command = new NpgsqlCommand(
            """
            select tenant_id, subject_id, master, wrapped from ombud.subject_keys
            where wrapped is not null and master <> $1 limit $2 for update
            """,
            connection
        );
        command.With(keyring.Present.Id.Parameter(), ((long)AtOnce).Parameter());
        var anew = new List<(string Tenant, SubjectKey Key)>();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel))
                anew.Add(
                    (
                        reader.GetString(0),
                        keyring.Unwrap(reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3))
                    )
                );
        await using var update = new NpgsqlCommand(
            """
            update ombud.subject_keys k set master = $1, wrapped = u.wrapped from unnest($2, $3, $4) as u (tenant, subject, wrapped)
            where k.tenant_id = u.tenant and k.subject_id = u.subject
            """,
            connection
        );
        update.With(
            keyring.Present.Id.Parameter(),
            anew.Select(each => each.Tenant).ToArray().Parameter(),
            anew.Select(each => each.Key.Subject).ToArray().Parameter(),
            new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                Value = anew.Select(each => keyring.Present.Wrap(each.Tenant, each.Key)).ToArray(),
            }
        );
        await update.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return anew.Count;
    }
}
