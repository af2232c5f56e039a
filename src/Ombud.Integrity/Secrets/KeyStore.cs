using System.Collections.Concurrent;
using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Secrets;

/// <summary>A tenant's keys of subjects as they lie in the database.</summary>
public sealed class KeyStore(TenantDatabase database, Keyring keyring)
{
    private readonly ConcurrentDictionary<string, SubjectKey> _ofTenants = [];

    /// <summary>The keys that there still are of some subjects.</summary>
    public async Task<IReadOnlyDictionary<Guid, SubjectKey>> KeysAsync(string tenant, IEnumerable<Guid> subjects, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            """
            select subject_id, master, wrapped from ombud.subject_keys
            where tenant_id = $1 and subject_id = any($2) and wrapped is not null
            """,
            connection
        );
        command.With(tenant.Parameter(), subjects.Distinct().ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var keys = new Dictionary<Guid, SubjectKey>();
        while (await reader.ReadAsync(cancel))
            keys.Add(reader.GetGuid(0), keyring.Unwrap(tenant, reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return keys;
    }

    /// <summary>The subjects whose key is there and cannot be unwrapped: it was changed, or is another's.</summary>
    public async Task<IReadOnlyList<Guid>> UnreadableAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select subject_id, master, wrapped from ombud.subject_keys where tenant_id = $1 and wrapped is not null order by subject_id",
            connection
        );
        command.With(tenant.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var unreadable = new List<Guid>();
        while (await reader.ReadAsync(cancel))
            if (!keyring.CanUnwrap(tenant, reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)))
                unreadable.Add(reader.GetGuid(0));
        return unreadable;
    }

    /// <summary>The streams that are about a subject, in id order; none for one that is not known.</summary>
    public async Task<IReadOnlyList<Guid>> StreamsAsync(string tenant, Guid subject, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select stream_id from ombud.stream_subjects where tenant_id = $1 and subject_id = $2 order by stream_id",
            connection
        );
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
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select subject_id from ombud.subject_keys where tenant_id = $1 and subject_id = any($2) and wrapped is null",
            connection
        );
        command.With(tenant.Parameter(), subjects.Distinct().ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var erased = new HashSet<Guid>();
        while (await reader.ReadAsync(cancel))
            erased.Add(reader.GetGuid(0));
        return erased;
    }

    /// <summary>All fingerprints of each subject that has one of some.</summary>
    public async Task<IReadOnlyList<(Guid Subject, Fingerprint Fingerprint)>> FingerprintsAsync(
        string tenant,
        IEnumerable<Fingerprint> some,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            """
            select subject_id, kind, fingerprint from ombud.subject_fingerprints
            where tenant_id = $1 and subject_id in (
                select subject_id from ombud.subject_fingerprints where tenant_id = $1 and fingerprint = any($2))
            """,
            connection
        );
        command.With(tenant.Parameter(), some.Select(each => each.Value).ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<(Guid Subject, Fingerprint Fingerprint)>();
        while (await reader.ReadAsync(cancel))
            found.Add((reader.GetGuid(0), new(reader.GetString(1), reader.GetString(2))));
        return found;
    }

    /// <summary>The tenant's own key, for what is secret and about nobody; made where there is none. It never changes.</summary>
    public async Task<SubjectKey> OfTenantAsync(string tenant, CancellationToken cancel)
    {
        if (_ofTenants.TryGetValue(tenant, out var known))
            return known;
        await using (var connection = await database.OpenAsync(tenant, cancel))
        {
            await using var command = new NpgsqlCommand(
                "insert into ombud.subject_keys (tenant_id, subject_id, master, wrapped) values ($1, $2, $3, $4) on conflict do nothing",
                connection
            );
            command.With(
                tenant.Parameter(),
                Guid.Empty.Parameter(),
                keyring.Present.Id.Parameter(),
                new NpgsqlParameter<byte[]> { TypedValue = keyring.Present.Wrap(tenant, SubjectKey.New(Guid.Empty)) }
            );
            await command.ExecuteNonQueryAsync(cancel);
        }
        return _ofTenants[tenant] = (await KeysAsync(tenant, [Guid.Empty], cancel))[Guid.Empty];
    }
}
