using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>One direction of a connection: where bytes come from, where they go, and what was done with them.</summary>
internal sealed class Pump(Direction direction, WireReader source, Wire target, CutTracker tracker)
{
    private long _delivered;
    private long _discarded;
    private FrameEditor? _editor;

    public Direction Direction => direction;

    public WireReader Source => source;

    public Wire Target => target;

    public CutTracker Tracker => tracker;

    /// <summary>What it has in hand; guarded by the relay's lock.</summary>
    public PumpState State { get; set; }

    /// <summary>How it is written.</summary>
    public Shape Shape { get; } = new();

    /// <summary>True when its target has got a FIN and what comes is discarded.</summary>
    public bool IsShut { get; set; }

    /// <summary>What it waits for before it goes on; null for nothing.</summary>
    public Task? Hold { get; set; }

    /// <summary>What its source sent to end the connection, after a fault acted.</summary>
    public PeerSignal Signal { get; set; }

    /// <summary>True when its target took no more.</summary>
    public bool WriteFailed { get; set; }

    /// <summary>Bytes that were handed to the target.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Bytes that were discarded after a fault.</summary>
    public long Discarded => Interlocked.Read(ref _discarded);

    /// <summary>
    /// Hands the first bytes of the buffer to the target. Before a fault the last byte goes out alone: a receiver
    /// acknowledges the second of two small segments as soon as it is read, and only then the fault may act; a single
    /// segment can wait for the 40 ms of a delayed acknowledgement.
    /// </summary>
    public async ValueTask DeliverAsync(
        int bytes, bool beforeFault, TimeProvider time, CancellationToken cancellationToken)
    {
        await Shape.HoldAsync(time, cancellationToken).ConfigureAwait(false);
        var output = _editor?.Rewrite(source.Buffered.Span[..bytes], beforeFault) ?? source.Buffered[..bytes];
        if (Shape.IsInPieces)
        {
            await Shape.WriteAsync(target, output, time, cancellationToken).ConfigureAwait(false);
        }
        else if (beforeFault && output.Length > 1)
        {
            await target.WriteAsync(output[..^1], cancellationToken).ConfigureAwait(false);
            await target.WriteAsync(output[^1..], cancellationToken).ConfigureAwait(false);
        }
        else if (!output.IsEmpty)
        {
            await target.WriteAsync(output, cancellationToken).ConfigureAwait(false);
        }

        source.Consume(bytes);
        Interlocked.Add(ref _delivered, output.Length);
    }

    /// <summary>Changes the frames from here on; it must stand on a frame boundary.</summary>
    public void Edit(FrameEdit edit) => (_editor ??= new FrameEditor()).Add(edit);

    /// <summary>Delivers what an edit has kept, because the source has ended.</summary>
    public async ValueTask ReleaseAsync(CancellationToken cancellationToken)
    {
        if (_editor?.Rewrite([], flush: true) is { Length: > 0 } kept)
        {
            await target.WriteAsync(kept, cancellationToken).ConfigureAwait(false);
            Interlocked.Add(ref _delivered, kept.Length);
        }
    }

    /// <summary>Reads on for a time, so that what comes goes out as one.</summary>
    public async ValueTask GatherAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var until = Task.Delay(TimeSpan.FromMilliseconds(Shape.GatherMs), time, over.Token);
        while (source.HasRoom)
        {
            var fill = source.BeginFill(cancellationToken);
            await Task.WhenAny(fill, until).ConfigureAwait(false);
            if (until.IsCompleted || !fill.IsCompletedSuccessfully || await fill.ConfigureAwait(false) == 0)
            {
                break; // the time is over; or the source has ended, which the next read tells
            }

            await source.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        await over.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>What was delivered so far belongs to the handshake and not to the connection.</summary>
    public void ForgetDelivered() => Interlocked.Exchange(ref _delivered, 0);

    /// <summary>Looks through the buffer for the answer to a close frame and empties it.</summary>
    public void DiscardBuffer()
    {
        var bytes = source.Buffered;
        tracker.Discard();
        tracker.Walk(bytes.Span, stopAtFrameEnd: false, out _);
        source.Consume(bytes.Length);
        Interlocked.Add(ref _discarded, bytes.Length);
    }

    /// <summary>The traffic so far.</summary>
    public TrafficRecord Traffic() => new()
    {
        DataFrames = tracker.DataFrames,
        ControlFrames = tracker.ControlFrames,
        Bytes = Delivered,
        CloseCode = tracker.CloseCode,
        Violations = tracker.Violations,
    };
}
