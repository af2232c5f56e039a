using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ombud.Api.Tests;

/// <summary>Keeps whatever is logged, with the values it is logged with.</summary>
public sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => [.. _lines];

    private readonly ConcurrentQueue<string?> _events = [];

    /// <summary>The names of the events, null where one has none.</summary>
    public IReadOnlyCollection<string?> Events => [.. _events];

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        _events.Enqueue(eventId.Name);
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {state}");
        return null;
    }

    /// <summary>Waits until something is logged.</summary>
    public async Task ShouldSayAsync(string start, string contained)
    {
        bool Said() => _lines.Any(line => line.StartsWith(start, StringComparison.Ordinal) && line.Contains(contained));
        for (var until = DateTime.UtcNow.AddSeconds(10); !Said() && DateTime.UtcNow < until; )
            await Task.Delay(20, OmbudApi.Cancel);
        Said().ShouldBeTrue($"It is logged that {contained}");
    }

    public void Dispose() { }
}
