using Microsoft.Extensions.Logging;

namespace Rejoin.Cli;

/// <summary>Logs as lines on standard error: level, category, id, text.</summary>
/// <param name="output">Where to.</param>
/// <param name="lowest">Lowest level that is written.</param>
/// <param name="traces">Whether exceptions are written with their trace.</param>
/// <remarks>Lines are held back until the service is ready: if it cannot start, the one message of the command says
/// why, and nothing else is in its way.</remarks>
internal sealed class ErrorStreamLogs(TextWriter output, LogLevel lowest, bool traces) : ILoggerProvider
{
    private const int MostHeldLines = 1_000;
    private readonly Lock gate = new();
    private List<string>? held = [];

    private LogLevel Lowest => lowest;

    private bool Traces => traces;

    /// <summary>Writes the lines so far, and from now on each at once.</summary>
    public void Release()
    {
        lock (gate)
        {
            held?.ForEach(output.WriteLine);
            held = null;
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(string line)
    {
        lock (gate)
        {
            if (held is null)
            {
                output.WriteLine(line);
            }
            else if (held.Count < MostHeldLines)
            {
                held.Add(line);
            }
        }
    }

    private sealed class Logger(string category, ErrorStreamLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= logs.Lowest && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var cause = exception is null ? "" : logs.Traces ? $"\n{exception}" : $" ({exception.GetType().Name})";
            logs.Write($"{Word(logLevel)} {category}[{eventId.Id}] {formatter(state, exception)}{cause}");
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
