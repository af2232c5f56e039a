using System.Text;
using System.Text.Json;
using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;

namespace Ombud.Api.Imports;

/// <summary>
/// The tables of imports over HTTP. What was uploaded, and what is wrong with it, is enciphered with a key of the municipality.
/// </summary>
internal sealed class ImportStore(TenantDatabase database, NpgsqlDataSource owner, KeyStore keys)
{
    /// <summary>How long it is kept what is wrong with a file, since that may tell of people.</summary>
    public static readonly Duration FaultsKept = Duration.FromDays(7);

    private const int PartSize = 1_000_000;
    private const string Columns =
        "id, state, dry_run, media_type, bytes, created_at, created_by, finished_at, lines, already_there, events, recorded, next_batch, "
        + "fault_count, failure, understood";

    public static Task CreateTablesAsync(NpgsqlDataSource owner, CancellationToken cancel) =>
        Schema.ApplyAsync(
            owner,
            typeof(ImportStore).Assembly,
            "Imports.sql",
            cancel,
            ("imports", RowSecurity.ReadAndWrite),
            ("import_files", RowSecurity.ReadAndWrite)
        );

    /// <summary>Keeps a file, and in the same transaction whatever else belongs to its being accepted.</summary>
    public async Task<ImportRow> AddAsync(
        string tenant,
        Guid id,
        UploadedFile file,
        bool dryRun,
        string by,
        RepeatableRequest? request,
        Func<NpgsqlTransaction, Task> also,
        CancellationToken cancel
    )
    {
        var key = await keys.OfTenantAsync(tenant, cancel);
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(
            connection,
            "insert into ombud.imports (tenant_id, id, state, dry_run, media_type, bytes, created_by) values ($1, $2, $3, $4, $5, $6, $7)",
            cancel,
            tenant,
            id,
            Codes.Of(ImportState.Checking),
            dryRun,
            file.MediaType,
            (long)file.Bytes.Length,
            by
        );
        for (var part = 0; part * PartSize < file.Bytes.Length; part++)
            await ExecuteAsync(
                connection,
                "insert into ombud.import_files (tenant_id, import_id, part, bytes) values ($1, $2, $3, $4)",
                cancel,
                tenant,
                id,
                part,
                key.Encipher(
                    file.Bytes.Span[(part * PartSize)..Math.Min(file.Bytes.Length, (part + 1) * PartSize)],
                    PlaceOf(tenant, id, part)
                )
            );
        if (request is not null)
            await RepeatableRequests.AddAsync(connection, tenant, request, new(id, 0), cancel);
        await also(transaction);
        await transaction.CommitAsync(cancel);
        return (await FindAsync(tenant, id, cancel))!;
    }

    public async Task<ImportRow?> FindAsync(string tenant, Guid id, CancellationToken cancel) =>
        (await ReadAsync(tenant, "and id = $2", cancel, tenant, id)).SingleOrDefault();

    /// <summary>The newest first.</summary>
    /// <param name="before">The id of the last of the page before, or null.</param>
    public Task<List<ImportRow>> ListAsync(string tenant, Guid? before, int limit, CancellationToken cancel) =>
        // Ids rise with time.
        ReadAsync(
            tenant,
            "and ($2::uuid is null or id < $2) order by id desc limit $3",
            cancel,
            tenant,
            (object?)before ?? DBNull.Value,
            limit
        );

    /// <summary>The uploaded file; null where it is gone, because the import has ended.</summary>
    public async Task<MemoryStream?> FileAsync(string tenant, Guid id, CancellationToken cancel)
    {
        var key = await keys.OfTenantAsync(tenant, cancel);
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = Command(
            connection,
            "select part, bytes from ombud.import_files where tenant_id = $1 and import_id = $2 order by part",
            tenant,
            id
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        MemoryStream? file = null;
        while (await reader.ReadAsync(cancel))
        {
            file ??= new();
            var clear =
                key.Decipher(reader.GetFieldValue<byte[]>(1), PlaceOf(tenant, id, reader.GetInt32(0)))
                ?? throw new InvalidDataException($"Part {reader.GetInt32(0)} of the file of import {id} cannot be deciphered.");
            await file.WriteAsync(clear, cancel);
        }
        if (file is not null)
            file.Position = 0;
        return file;
    }

    public async Task<IReadOnlyList<LineFault>> FaultsAsync(string tenant, Guid id, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = Command(connection, "select faults from ombud.imports where tenant_id = $1 and id = $2", tenant, id);
        if (await command.ExecuteScalarAsync(cancel) is not byte[] enciphered)
            return [];
        var key = await keys.OfTenantAsync(tenant, cancel);
        return JsonSerializer.Deserialize<List<LineFault>>(key.Decipher(enciphered, $"{tenant} {id} faults"), EventJson.Options)!;
    }

    /// <summary>The file was checked and is being recorded. False where the import has ended meanwhile, or got so far before.</summary>
    public async Task<bool> BeginAsync(
        NpgsqlConnection connection,
        string tenant,
        Guid id,
        PreparedImport prepared,
        CancellationToken cancel
    ) =>
        await ExecuteAsync(
            connection,
            """
            update ombud.imports set state = $3, lines = $4, already_there = $5, events = $6, understood = $7, next_batch = 1
            where tenant_id = $1 and id = $2 and state = 'checking'
            """,
            cancel,
            tenant,
            id,
            Codes.Of(ImportState.Recording),
            prepared.Lines,
            prepared.Skipped,
            prepared.Events,
            await UnderstoodAsync(tenant, id, prepared, cancel)
        );

    /// <summary>A batch was recorded. False where the import has ended meanwhile, or the batch was recorded before.</summary>
    public static Task<bool> AdvanceAsync(
        NpgsqlConnection connection,
        string tenant,
        Guid id,
        int batch,
        int events,
        CancellationToken cancel
    ) =>
        ExecuteAsync(
            connection,
            """
            update ombud.imports set recorded = recorded + $4, next_batch = $3 + 1
            where tenant_id = $1 and id = $2 and state = 'recording' and next_batch = $3
            """,
            cancel,
            tenant,
            id,
            batch,
            events
        );

    /// <summary>Ends it, and deletes the file. False where it had ended before.</summary>
    /// <param name="prepared">What was found out about the file, where that is not known yet.</param>
    public async Task<bool> EndAsync(
        string tenant,
        Guid id,
        ImportState state,
        CancellationToken cancel,
        PreparedImport? prepared = null,
        string? failure = null
    )
    {
        var faults = prepared?.Faults is { Count: > 0 } found
            ? (await keys.OfTenantAsync(tenant, cancel)).Encipher(
                JsonSerializer.SerializeToUtf8Bytes(found, EventJson.Options),
                $"{tenant} {id} faults"
            )
            : null;
        var understood = await UnderstoodAsync(tenant, id, prepared, cancel);
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (
            !await ExecuteAsync(
                connection,
                """
                update ombud.imports set state = $3, finished_at = clock_timestamp(), failure = $4, faults = $5, fault_count = $6,
                    lines = coalesce(lines, $7), already_there = coalesce(already_there, $8), events = coalesce(events, $9),
                    understood = coalesce(understood, $10)
                where tenant_id = $1 and id = $2 and state in ('checking', 'recording')
                """,
                cancel,
                tenant,
                id,
                Codes.Of(state),
                (object?)failure ?? DBNull.Value,
                (object?)faults ?? DBNull.Value,
                prepared?.Faults.Count ?? 0,
                (object?)prepared?.Lines ?? DBNull.Value,
                (object?)prepared?.Skipped ?? DBNull.Value,
                (object?)prepared?.Events ?? DBNull.Value,
                understood
            )
        )
            return false;
        await ExecuteAsync(connection, "delete from ombud.import_files where tenant_id = $1 and import_id = $2", cancel, tenant, id);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Forgets what was wrong with files, of all tenants, after a time.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await ExecuteAsync(
            connection,
            "update ombud.imports set faults = null where faults is not null and finished_at < clock_timestamp() - $1",
            cancel,
            FaultsKept.ToTimeSpan()
        );
    }

    private async Task<List<ImportRow>> ReadAsync(string tenant, string which, CancellationToken cancel, params object[] values)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = Command(connection, $"select {Columns} from ombud.imports where tenant_id = $1 {which}", values);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(ImportRow Import, byte[]? Understood)>();
        while (await row.ReadAsync(cancel))
            rows.Add(
                (
                    new(
                        row.GetGuid(0),
                        Codes.Read<ImportState>(row.GetString(1)),
                        row.GetBoolean(2),
                        row.GetString(3),
                        row.GetInt64(4),
                        row.GetFieldValue<Instant>(5),
                        row.GetString(6),
                        row.IsDBNull(7) ? null : row.GetFieldValue<Instant>(7),
                        row.IsDBNull(8) ? null : row.GetInt32(8),
                        row.IsDBNull(9) ? null : row.GetInt32(9),
                        row.IsDBNull(10) ? null : row.GetInt32(10),
                        row.GetInt32(11),
                        row.GetInt32(12),
                        row.GetInt32(13),
                        row.IsDBNull(14) ? null : row.GetString(14),
                        null
                    ),
                    row.IsDBNull(15) ? null : row.GetFieldValue<byte[]>(15)
                )
            );
        var key = rows.Exists(each => each.Understood is not null) ? await keys.OfTenantAsync(tenant, cancel) : null;
        return [.. rows.Select(each => each.Import with { Understood = Text(each.Import.Id, each.Understood) })];

        string? Text(Guid id, byte[]? enciphered) =>
            enciphered is null ? null : Encoding.UTF8.GetString(key!.Decipher(enciphered, UnderstoodPlace(tenant, id))!);
    }

    private async Task<object> UnderstoodAsync(string tenant, Guid id, PreparedImport? prepared, CancellationToken cancel) =>
        prepared?.Understood is { } understood
            ? (await keys.OfTenantAsync(tenant, cancel)).Encipher(Encoding.UTF8.GetBytes(understood), UnderstoodPlace(tenant, id))
            : DBNull.Value;

    private static string UnderstoodPlace(string tenant, Guid id) => $"{tenant} {id} understood";

    private static string PlaceOf(string tenant, Guid id, int part) => $"{tenant} {id} file {part}";

    /// <returns>True where a row was touched.</returns>
    private static async Task<bool> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
