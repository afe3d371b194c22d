namespace Rejoin.Drivers.Stdio;

/// <summary>How a driver of another language is started, and what it may do at most.</summary>
public sealed record StdioDriverOptions
{
    /// <summary>Executable, found like a shell would find it.</summary>
    public required string FileName { get; init; }

    /// <summary>Arguments in order; no shell reads them. Default none.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Folder in which it is started; null = the current one.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>Folder for what it writes to standard error, one file for each process that writes anything; null =
    /// only the last lines are kept, for messages.</summary>
    public string? LogFolder { get; init; }

    /// <summary>Time from the start to the line <c>ready</c>; default 10 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time beyond that of an operation after which a driver that has not answered counts as hanging; default
    /// 5 s.</summary>
    public TimeSpan AnswerGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time in which it must end after its standard input is closed; then it is killed. Default 2 s.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most bytes of one line that it writes; default 4 MiB.</summary>
    public int MaximumLineBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most lines that one process writes in its life; default 1 000 000.</summary>
    public int MaximumLines { get; init; } = 1_000_000;

    /// <summary>Most operations that may be unanswered at once; default 1 024.</summary>
    public int MaximumPending { get; init; } = 1024;

    /// <summary>Clock and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The command as it was given.</summary>
    public override string ToString() => string.Join(' ', [FileName, .. Arguments]);
}
