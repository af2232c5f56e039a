using System.Collections.Concurrent;
using Npgsql;
using Ombud.Api.Messaging;
using Ombud.Integrity;

namespace Ombud.Api.Imports;

/// <summary>One step of an import over HTTP is due: the check of the file (0), or the recording of a batch.</summary>
internal sealed record ContinueImport(string Tenant, Guid Import, int Batch);

/// <summary>
/// Checks an uploaded file, then records it batch by batch. The transaction that records a batch also keeps the message that names the
/// next one; so an import goes on wherever it is killed, and no batch is recorded twice.
/// </summary>
internal sealed class ImportJob(
    ImportStore imports,
    Importer importer,
    BulkWriter writer,
    NpgsqlDataSource owner,
    Outbox outbox,
    ILogger<ImportJob> log
) : IHandle<ContinueImport>
{
    private const int MostConflicts = 5;

    // What was decided of a file that this node is recording. Another node, or this one after a restart, decides it again: the lines that
    // are there already are passed over.
    private readonly ConcurrentDictionary<Guid, Remaining> _remaining = [];

    private sealed record Remaining(int Batch, Queue<ImportBatch> Batches);

    public async Task HandleAsync(ContinueImport message, CancellationToken cancel)
    {
        for (var conflicts = 0; ; conflicts++)
            try
            {
                await StepAsync(message, cancel);
                return;
            }
            catch (StreamConflictException) when (conflicts < MostConflicts)
            {
                // Somebody wrote to one of the cases meanwhile: decide in view of it.
                _remaining.TryRemove(message.Import, out _);
            }
            catch (Exception e) when (e is StreamConflictException or HistoryClosedException)
            {
                await EndAsync(message, ImportState.Failed, cancel, failure: e.Message);
                return;
            }
            catch (Exception e) when (e is not (NpgsqlException or OperationCanceledException or TimeoutException))
            {
                log.LogError(e, "Import {Import} of {Municipality} cannot go on.", message.Import, message.Tenant);
                await EndAsync(message, ImportState.Failed, cancel, failure: "Something went wrong on our side; the log says what.");
                return;
            }
    }

    private async Task StepAsync(ContinueImport message, CancellationToken cancel)
    {
        if (
            await imports.FindAsync(message.Tenant, message.Import, cancel) is not { HasEnded: false } import
            || import.NextBatch != message.Batch
        )
            return;
        if (_remaining.TryRemove(message.Import, out var kept) && kept.Batch == message.Batch)
        {
            await RecordAsync(message, kept.Batches, cancel);
            return;
        }
        if (await imports.FileAsync(message.Tenant, message.Import, cancel) is not { } file)
            return;
        await using (file)
        {
            var prepared = await importer.PrepareAsync(new(message.Tenant, $"import {message.Import}", import.CreatedBy), file, cancel);
            if (message.Batch == 0)
                await CheckedAsync(message, import.DryRun, prepared, cancel);
            else if (prepared.Faults.Count > 0)
                await EndAsync(
                    message,
                    ImportState.Failed,
                    cancel,
                    prepared,
                    "The rest does not fit any more what was recorded meanwhile; see the faults."
                );
            else
                await RecordAsync(message, new(prepared.Batches), cancel);
        }
    }

    private async Task CheckedAsync(ContinueImport message, bool dryRun, PreparedImport prepared, CancellationToken cancel)
    {
        if (prepared.Faults.Count > 0)
            await EndAsync(message, ImportState.Refused, cancel, prepared);
        else if (dryRun || prepared.Batches.Count == 0)
            await EndAsync(message, ImportState.Done, cancel, prepared);
        else
        {
            await using var connection = await owner.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            if (!await imports.BeginAsync(connection, message.Tenant, message.Import, prepared, cancel))
                return;
            var next = await outbox.KeepAsync(transaction, message.Tenant, message with { Batch = 1 });
            await transaction.CommitAsync(cancel);
            _remaining[message.Import] = new(1, new(prepared.Batches));
            await next.SendAsync();
        }
    }

    private async Task RecordAsync(ContinueImport message, Queue<ImportBatch> batches, CancellationToken cancel)
    {
        PendingMessage? next = null;
        if (batches.TryDequeue(out var batch))
        {
            var recorded = await writer.WriteAsync(
                batch,
                cancel,
                async transaction =>
                {
                    if (
                        !await ImportStore.AdvanceAsync(
                            transaction.Connection!,
                            message.Tenant,
                            message.Import,
                            message.Batch,
                            PreparedImport.EventsOf(batch),
                            cancel
                        )
                    )
                        return false;
                    next = await outbox.KeepAsync(transaction, message.Tenant, message with { Batch = message.Batch + 1 });
                    return true;
                }
            );
            if (!recorded)
                return;
        }
        if (next is null)
        {
            await EndAsync(message, ImportState.Done, cancel);
            return;
        }
        _remaining[message.Import] = new(message.Batch + 1, batches);
        await next.SendAsync();
    }

    private async Task EndAsync(
        ContinueImport message,
        ImportState state,
        CancellationToken cancel,
        PreparedImport? prepared = null,
        string? failure = null
    )
    {
        _remaining.TryRemove(message.Import, out _);
        await imports.EndAsync(message.Tenant, message.Import, state, cancel, prepared, failure);
    }
}
