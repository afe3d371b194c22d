namespace Rejoin.Runner;

/// <summary>A wrong use or an environment in which a run cannot be made; never the misbehaviour of a service.</summary>
public sealed class RejoinException : Exception
{
    /// <summary>A failure with what to do about it.</summary>
    /// <param name="message">What happened and where; never holds a token.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="exitCode">Exit code of the command: 64 usage or configuration, 70 our own error.</param>
    public RejoinException(string message, string hint, int exitCode = 64)
        : base(message)
    {
        Hint = hint;
        ExitCode = exitCode;
    }

    /// <summary>What to do: one sentence.</summary>
    public string Hint { get; }

    /// <summary>Exit code of the command.</summary>
    public int ExitCode { get; }
}
