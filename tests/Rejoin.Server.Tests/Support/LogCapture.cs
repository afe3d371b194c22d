using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Rejoin.Server.Tests;

/// <summary>Everything that a server logged.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    public async Task UntilAsync(int eventId)
    {
        var prefix = eventId + " ";
        await Until.TrueAsync(() => Lines.Any(line => line.StartsWith(prefix, StringComparison.Ordinal)));
    }

    public void Dispose()
    {
    }
}
