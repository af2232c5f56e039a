namespace Ombud.Integrity.Tests.Log;

/// <summary>Reads the log as its events come.</summary>
internal sealed class LogFollower(StoreDatabase database)
{
    private readonly LogReader _reader = new(database.Source, database.Documents);
    private long _position;
    private long _last = long.MaxValue;

    public List<long> Seen { get; } = [];

    public int Polls { get; private set; }

    /// <summary>How far it has read.</summary>
    public long Position => Volatile.Read(ref _position);

    public void StopAt(long position) => Volatile.Write(ref _last, position);

    public async Task FollowAsync(CancellationToken cancel)
    {
        for (; Position < Volatile.Read(ref _last); Polls++)
        {
            var events = await _reader.ReadAsync(Position, 250, cancel);
            Seen.AddRange(events.Select(e => e.Sequence));
            if (events.Count > 0)
                Volatile.Write(ref _position, events[^1].Sequence);
            else
                await Task.Delay(2, cancel);
        }
    }
}
