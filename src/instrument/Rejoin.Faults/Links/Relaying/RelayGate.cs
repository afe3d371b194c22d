namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// The turnstile of a connection's two pumps. A pump that wants to act on a fault holds the gate, waits until the other
/// has delivered what it had read, acts, and sets what both do from then on. A pending read is never cancelled for it:
/// what it brings is held.
/// </summary>
internal sealed class RelayGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _opened;
    private (Pump Pump, TaskCompletionSource Quiet)? _awaited;

    /// <summary>What the pumps do now.</summary>
    public RelayMode Mode { get; private set; }

    /// <summary>True when the connection goes on.</summary>
    public bool GoesOn => Mode is RelayMode.Relaying or RelayMode.Held or RelayMode.HeldAtBoundary;

    /// <summary>False when nothing is read any more.</summary>
    public bool Reads => Mode is not (RelayMode.Silent or RelayMode.Dead);

    /// <summary>Asks what to do with bytes that were read; waits while the gate is held.</summary>
    public ValueTask<RelayMode> EnterAsync(Pump pump, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return TryEnter(pump, out var mode) ? new(mode) : WaitAsync(pump, cancellationToken);
        }
    }

    /// <summary>Says what a pump has in hand.</summary>
    public void Tell(Pump pump, PumpState state)
    {
        lock (_lock)
        {
            Set(pump, state);
        }
    }

    /// <summary>Sets what the pumps do from now on.</summary>
    public void Switch(RelayMode mode)
    {
        lock (_lock)
        {
            Mode = mode;
            if (mode is RelayMode.Held or RelayMode.HeldAtBoundary)
            {
                _opened ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                _opened?.TrySetResult();
                _opened = null;
            }
        }
    }

    /// <summary>Waits until a pump has delivered what it had read; false when that took too long.</summary>
    public async Task<bool> QuietAsync(Pump pump, TimeSpan bound, CancellationToken cancellationToken)
    {
        TaskCompletionSource quiet;
        lock (_lock)
        {
            if (IsQuiet(pump))
            {
                return true;
            }

            quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (pump, quiet);
        }

        try
        {
            await quiet.Task.WaitAsync(bound, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async ValueTask<RelayMode> WaitAsync(Pump pump, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task opened;
            lock (_lock)
            {
                if (TryEnter(pump, out var mode))
                {
                    return mode;
                }

                opened = _opened!.Task;
            }

            await opened.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryEnter(Pump pump, out RelayMode mode)
    {
        mode = Mode;
        var delivers = mode == RelayMode.Relaying
            || (mode == RelayMode.HeldAtBoundary && !pump.Tracker.AtBoundary);
        Set(pump, delivers ? PumpState.Delivering : GoesOn ? PumpState.Parked : PumpState.Discarding);
        return delivers || !GoesOn;
    }

    private void Set(Pump pump, PumpState state)
    {
        pump.State = state;
        if (_awaited is { } awaited && awaited.Pump == pump && IsQuiet(pump))
        {
            _awaited = null;
            awaited.Quiet.TrySetResult();
        }
    }

    private bool IsQuiet(Pump pump) => pump.State switch
    {
        PumpState.Delivering => false,
        PumpState.Reading => Mode != RelayMode.HeldAtBoundary || pump.Tracker.AtBoundary,
        _ => true,
    };
}
