using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>One direction of a connection: where bytes come from, where they go, and what was done with them.</summary>
internal sealed class Pump(Direction direction, WireReader source, Wire target, CutTracker tracker)
{
    private long _delivered;
    private long _discarded;

    public Direction Direction => direction;

    public WireReader Source => source;

    public Wire Target => target;

    public CutTracker Tracker => tracker;

    /// <summary>What it has in hand; guarded by the relay's lock.</summary>
    public PumpState State { get; set; }

    /// <summary>How long each chunk is held, in ms; 0 = not at all.</summary>
    public int DelayMs { get; set; }

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
        if (DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(DelayMs), time, cancellationToken).ConfigureAwait(false);
        }

        if (beforeFault && bytes > 1)
        {
            await target.WriteAsync(source.Buffered[..(bytes - 1)], cancellationToken).ConfigureAwait(false);
            await target.WriteAsync(source.Buffered[(bytes - 1)..bytes], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await target.WriteAsync(source.Buffered[..bytes], cancellationToken).ConfigureAwait(false);
        }

        source.Consume(bytes);
        Interlocked.Add(ref _delivered, bytes);
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
