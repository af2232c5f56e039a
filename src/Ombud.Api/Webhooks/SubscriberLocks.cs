using System.Collections.Concurrent;
using Npgsql;

namespace Ombud.Api.Webhooks;

/// <summary>
/// Lets one node at a time send to a subscriber, so that order is kept. The locks are those of one session of PostgreSQL, which ends with
/// its process: what a killed node was at, another goes on with at once.
/// </summary>
internal sealed class SubscriberLocks(NpgsqlDataSource database) : IAsyncDisposable
{
    /// <summary>The number of a subscriber's lock, in SQL.</summary>
    public const string Key = "hashtextextended('ombud webhook ' || tenant_id || ' ' || id::text, 0)";

    private readonly ConcurrentDictionary<Guid, bool> _held = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Session? _session;

    public bool IsHeld(Guid webhook) => _held.ContainsKey(webhook);

    /// <returns>Null where this node or another sends to it now.</returns>
    public async Task<Turn?> TryTakeAsync(string tenant, Guid webhook, CancellationToken cancel)
    {
        if (!_held.TryAdd(webhook, true))
            return null;
        var taken = false;
        try
        {
            var session = await SessionAsync(cancel);
            taken = await AskAsync(session, "pg_try_advisory_lock", tenant, webhook, cancel);
            return taken ? new Turn(this, session, tenant, webhook) : null;
        }
        finally
        {
            if (!taken)
                _held.TryRemove(webhook, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
            await EndAsync(session);
        _oneAtATime.Dispose();
    }

    private async Task<Session> SessionAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (_session is { Connection.FullState: not System.Data.ConnectionState.Open } broken)
                await EndAsync(broken);
            return _session ??= new(await database.OpenConnectionAsync(cancel));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<bool> AskAsync(Session session, string function, string tenant, Guid webhook, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(
                $"select {function}({Key}) from (select $1 as tenant_id, $2 as id) w",
                session.Connection
            );
            command.Parameters.Add(new() { Value = tenant });
            command.Parameters.Add(new() { Value = webhook });
            return await command.ExecuteScalarAsync(cancel) is true;
        }
        catch (NpgsqlException)
        {
            await EndAsync(session);
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>With the session all its locks are gone: another node may go on already.</summary>
    private async Task EndAsync(Session session)
    {
        if (_session == session)
            _session = null;
        await session.Lost.CancelAsync();
        // A connection that goes back to the pool keeps its locks.
        NpgsqlConnection.ClearPool(session.Connection);
        await session.Connection.DisposeAsync();
    }

    internal sealed record Session(NpgsqlConnection Connection)
    {
        public CancellationTokenSource Lost { get; } = new();
    }

    /// <summary>A subscriber's lock, until it is disposed of.</summary>
    internal sealed class Turn(SubscriberLocks locks, Session session, string tenant, Guid webhook) : IAsyncDisposable
    {
        /// <summary>Cancelled where the lock was lost.</summary>
        public CancellationToken Lost => session.Lost.Token;

        public async ValueTask DisposeAsync()
        {
            try
            {
                if (!session.Lost.IsCancellationRequested)
                    await locks.AskAsync(session, "pg_advisory_unlock", tenant, webhook, CancellationToken.None);
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
            {
                // The session has ended, and its locks with it.
            }
            finally
            {
                locks._held.TryRemove(webhook, out _);
            }
        }
    }
}
