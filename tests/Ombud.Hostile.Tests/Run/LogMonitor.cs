using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ombud.Hostile.Tests.Run;

/// <summary>Reads the log while it is written: nothing in it may be an error, and nothing a secret.</summary>
internal sealed class LogMonitor : ILoggerProvider, ILogger
{
    public ConcurrentBag<string> Secrets { get; } = [];

    public ConcurrentQueue<string> Complaints { get; } = [];

    public ConcurrentQueue<string> Warnings { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = $"{logLevel} {formatter(state, exception)} {exception}";
        if (logLevel == LogLevel.Warning && Warnings.Count < 1_000)
            Warnings.Enqueue(line);
        if (
            Complaints.Count < 1_000
            && (logLevel >= LogLevel.Error || Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
        )
            Complaints.Enqueue(line);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
