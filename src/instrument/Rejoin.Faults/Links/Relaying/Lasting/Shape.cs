using Rejoin.Faults.Links.Wires;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// How a direction is written: held, in pieces, at a rate. Lasting kinds of fault set it; used by one pump.
/// </summary>
internal sealed class Shape
{
    private const int GranulesPerSecond = 20;
    private Random? _random;

    /// <summary>How long each chunk is held, in ms; 0 = not at all.</summary>
    public int DelayMs { get; set; }

    /// <summary>The longest time of a chunk in ms, evenly drawn from 0 on; 0 = none.</summary>
    public int JitterMs { get; private set; }

    /// <summary>The rate in bytes a second; 0 = none.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>The longest piece in bytes; 0 = no pieces.</summary>
    public int SliceBytes { get; set; }

    /// <summary>The pause after each piece in ms; 0 = none.</summary>
    public int SlicePauseMs { get; set; }

    /// <summary>How long bytes are gathered before they are written, in ms; 0 = not at all.</summary>
    public int GatherMs { get; set; }

    /// <summary>The longest time in ms for which a chunk is kept back, pieces aside.</summary>
    public int LongestHoldMs => DelayMs + JitterMs + GatherMs;

    /// <summary>True when pieces are written one by one.</summary>
    public bool IsInPieces => BytesPerSecond > 0 || SliceBytes > 0;

    /// <summary>Draws the time of each chunk from a seed.</summary>
    public void Jitter(int longestMs, int seed) => (JitterMs, _random) = (longestMs, new Random(seed));

    /// <summary>Holds a chunk.</summary>
    public async ValueTask HoldAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var ms = DelayMs + (_random is { } random ? random.Next(JitterMs + 1) : 0);
        if (ms > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(ms), time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes piece by piece, each followed by its pause.</summary>
    public async ValueTask WriteAsync(
        Wire target, ReadOnlyMemory<byte> bytes, TimeProvider time, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, PieceBytes)];
            await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            bytes = bytes[piece.Length..];
            var pause = TimeSpan.FromMilliseconds(SlicePauseMs)
                + (BytesPerSecond > 0 ? TimeSpan.FromSeconds((double)piece.Length / BytesPerSecond) : TimeSpan.Zero);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private int PieceBytes => (SliceBytes, BytesPerSecond) switch
    {
        (0, var rate) => Math.Max(1, rate / GranulesPerSecond),
        (var slice, 0) => slice,
        var (slice, rate) => Math.Min(slice, Math.Max(1, rate / GranulesPerSecond)),
    };
}
