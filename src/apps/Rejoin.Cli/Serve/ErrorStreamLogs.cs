using Microsoft.Extensions.Logging;

namespace Rejoin.Cli;

/// <summary>Logs as lines on standard error: level, category, id, text.</summary>
/// <param name="output">Where to.</param>
/// <param name="lowest">Lowest level that is written.</param>
/// <param name="traces">Whether exceptions are written with their trace.</param>
internal sealed class ErrorStreamLogs(TextWriter output, LogLevel lowest, bool traces) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, output, lowest, traces);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(string category, TextWriter output, LogLevel lowest, bool traces) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var cause = exception is null ? "" : traces ? $"\n{exception}" : $" ({exception.GetType().Name})";
            output.WriteLine($"{Word(logLevel)} {category}[{eventId.Id}] {formatter(state, exception)}{cause}");
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Critical => "critical",
            LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            LogLevel.Information => "info",
            _ => "debug",
        };
    }
}
