using System.Security.Cryptography;
using NodaTime;
using Npgsql;
using Ombud.Api.Telemetry;
using Ombud.Integrity;

namespace Ombud.Api.Access.Keys;

/// <summary>The table of keys. Each use reads it: a key that is revoked on one node is refused on every other.</summary>
internal sealed class ApiKeys(NpgsqlDataSource database, IClock clock, SecurityLog security)
{
    private const string Columns = "id, name, hash, municipality, scopes, created_at, created_by, expires_at, last_used_at, revoked_at";

    public static Task CreateTableAsync(NpgsqlDataSource database, CancellationToken cancel = default) =>
        Schema.ApplyAsync(database, typeof(ApiKeys).Assembly, "ApiKeys.sql", cancel);

    /// <returns>The key, to be told once: afterwards only its hash is known.</returns>
    public async Task<KeyText> CreateAsync(
        string name,
        string municipality,
        IReadOnlyCollection<string> scopes,
        Instant expiresAt,
        string by,
        CancellationToken cancel
    )
    {
        var key = KeyText.New();
        await using var command = Command(
            """
            insert into ombud.api_keys (id, name, hash, municipality, scopes, created_at, created_by, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            key.Id,
            name,
            key.Hash(),
            municipality,
            scopes.ToArray(),
            clock.GetCurrentInstant(),
            by,
            expiresAt
        );
        await command.ExecuteNonQueryAsync(cancel);
        security.KeyCreated(key.Id, municipality, by, scopes);
        return key;
    }

    /// <summary>
    /// The key that a text is, or null where it is not valid: unknown, wrong, expired or revoked, which callers cannot tell apart.
    /// </summary>
    public async Task<ApiKey?> VerifyAsync(KeyText text, CancellationToken cancel) =>
        await FindAsync(text.Id, cancel) is { } key
        && CryptographicOperations.FixedTimeEquals(key.Hash, text.Hash())
        && key.RevokedAt is null
        && clock.GetCurrentInstant() < key.ExpiresAt
            ? key
            : null;

    public async Task<ApiKey?> FindAsync(string id, CancellationToken cancel) =>
        (await ReadAsync("where id = $1", cancel, id)).SingleOrDefault();

    /// <param name="municipality">Only its keys; all, where it is null.</param>
    public Task<List<ApiKey>> ListAsync(string? municipality, CancellationToken cancel) =>
        municipality is null
            ? ReadAsync("order by municipality, created_at", cancel)
            : ReadAsync("where municipality = $1 order by created_at", cancel, municipality);

    /// <returns>False where it was revoked before.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancel)
    {
        await using var command = Command(
            "update ombud.api_keys set revoked_at = $2 where id = $1 and revoked_at is null",
            id,
            clock.GetCurrentInstant()
        );
        var revoked = await command.ExecuteNonQueryAsync(cancel) == 1;
        if (revoked)
            security.KeyRevoked(id);
        return revoked;
    }

    public async Task NoteUseAsync(string id, Instant at)
    {
        await using var command = Command("update ombud.api_keys set last_used_at = $2 where id = $1", id, at);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<ApiKey>> ReadAsync(string which, CancellationToken cancel, params object[] values)
    {
        await using var command = Command($"select {Columns} from ombud.api_keys {which}", values);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<ApiKey>();
        while (await row.ReadAsync(cancel))
            found.Add(
                new(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetFieldValue<byte[]>(2),
                    row.GetString(3),
                    row.GetFieldValue<string[]>(4),
                    Moment(row, 5)!.Value,
                    row.GetString(6),
                    Moment(row, 7)!.Value,
                    Moment(row, 8),
                    Moment(row, 9)
                )
            );
        return found;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static Instant? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<Instant>(column);
}
