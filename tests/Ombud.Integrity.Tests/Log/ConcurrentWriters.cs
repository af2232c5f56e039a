using System.Collections.Concurrent;
using NodaTime;
using Npgsql;

namespace Ombud.Integrity.Tests.Log;

/// <summary>
/// Writers that each act on the version they saw last, as people with an open page do. They work on a few streams at a time,
/// and move on to the next few before reading the streams costs more than writing them.
/// </summary>
internal sealed class ConcurrentWriters(TenantEventStore store, Guid[] streams, int atATime, int commandsOnThem)
{
    private readonly long[] _seen = new long[streams.Length];
    private int _next;
    private int _stale;
    private int _givenUp;
    private int _failed;

    public sealed record Win(Guid Stream, long After, Instant At, string[] Whats);

    public ConcurrentBag<Win> Won { get; } = [];

    public int Stale => _stale;

    public int GivenUp => _givenUp;

    public int Failed => _failed;

    public Task WriteAsync(int writers, int commands, CancellationToken cancel) =>
        Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            for (
                                var command = Interlocked.Increment(ref _next);
                                command <= commands;
                                command = Interlocked.Increment(ref _next)
                            )
                                await RunAsync(command, cancel);
                        },
                        cancel
                    )
                )
        );

    private async Task RunAsync(int command, CancellationToken cancel)
    {
        var index = ((((command - 1) / commandsOnThem) * atATime) + (command % atATime)) % streams.Length;
        var (stream, expected) = (streams[index], Volatile.Read(ref _seen[index]));
        await using var session = await store.OpenAsync(new("north", [stream], new($"writer {command}")), cancel);
        if (session.Version(stream) != expected)
        {
            Interlocked.Increment(ref _stale);
            return;
        }
        string[] whats = command % 2 == 0 ? [$"{command}"] : [$"{command} a", $"{command} b"];
        session.Append(stream, TestEvents.Diary, TestEvents.Of(whats));
        if (command % 7 == 0)
        {
            Interlocked.Increment(ref _givenUp);
            return;
        }
        if (command % 11 == 0)
            session.Queue(new("select 1 / 0"));
        try
        {
            await session.SaveChangesAsync(cancel);
            Won.Add(new(stream, expected, session.Now, whats));
            Volatile.Write(ref _seen[index], session.Version(stream));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            Interlocked.Increment(ref _failed);
        }
        catch (StreamConflictException)
        {
            Interlocked.Increment(ref _stale);
        }
    }
}
