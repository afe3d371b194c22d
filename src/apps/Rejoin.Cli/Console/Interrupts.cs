using System.Runtime.InteropServices;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Ctrl-C and its relatives: the first one stops the work in order, the second one ends the process.</summary>
internal sealed class Interrupts : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
    private readonly CancellationTokenSource stopping = new();
    private readonly List<PosixSignalRegistration> registrations;
    private readonly TextWriter output;
    private readonly string notice;
    private int count;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="output">Where the notice goes.</param>
    /// <param name="notice">What happens after the first signal.</param>
    public Interrupts(TextWriter output, string notice)
    {
        this.output = output;
        this.notice = notice;
        registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Asked to stop.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Does the work; one that was stopped before it had anything to show ends as interrupted.</summary>
    /// <exception cref="RejoinException">It was stopped so early.</exception>
    public async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            throw new RejoinException(
                "Interrupted before the first trial.", "No result was written.", ExitCodes.Interrupted);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        stopping.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref count) > 1)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        output.Write($"\n{notice}\n");
        stopping.Cancel();
    }
}
