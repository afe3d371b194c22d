namespace Rejoin.Server;

/// <summary>Newest frames of a session that its client has not acknowledged: what a resume most likely asks
/// for.</summary>
/// <remarks>Not thread-safe: guarded by the session's lock.</remarks>
internal sealed class FrameCache
{
    private const int LargestCount = 1_024;
    private const int LargestBytes = 262_144;

    private readonly Queue<ReadOnlyMemory<byte>> frames = new();
    private long last;
    private int bytes;

    /// <summary>Offset of the newest frame that is not here any more.</summary>
    private long Before => last - frames.Count;

    public void Start(long head) => last = head;

    public void Add(long offset, ReadOnlyMemory<byte> frame)
    {
        frames.Enqueue(frame);
        last = offset;
        bytes += frame.Length;
        while (frames.Count > LargestCount || bytes > LargestBytes)
        {
            bytes -= frames.Dequeue().Length;
        }
    }

    /// <summary>Lets go of frames up to an offset.</summary>
    public void Release(long upTo)
    {
        while (frames.Count > 0 && Before < upTo)
        {
            bytes -= frames.Dequeue().Length;
        }

        if (frames.Count == 0)
        {
            frames.TrimExcess();
        }
    }

    /// <summary>Frames after one offset up to another; null if some are not here.</summary>
    public ReadOnlyMemory<byte>[]? Copy(long after, long upTo)
    {
        if (after < Before || upTo > last)
        {
            return null;
        }

        return [.. frames.Skip((int)(after - Before)).Take((int)(upTo - after))];
    }
}
