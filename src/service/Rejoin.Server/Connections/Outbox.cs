using System.Threading.Channels;

namespace Rejoin.Server;

/// <summary>The bounded queue of messages that wait to be sent on one connection.</summary>
internal sealed class Outbox(int messageLimit, long byteLimit)
{
    private readonly Channel<OutgoingFrame> frames =
        Channel.CreateUnbounded<OutgoingFrame>(new UnboundedChannelOptions { SingleReader = true });

    private int count;
    private long bytes;

    /// <summary>Adds a message; false if the queue is over a limit. One message of any size always has room.</summary>
    public bool TryAdd(OutgoingFrame frame)
    {
        var newCount = Interlocked.Increment(ref count);
        var newBytes = Interlocked.Add(ref bytes, frame.Utf8.Length);
        if (newCount > messageLimit || (newBytes > byteLimit && newCount > 1))
        {
            return false;
        }

        frames.Writer.TryWrite(frame);
        return true;
    }

    /// <summary>Lets nothing in any more.</summary>
    public void Complete() => frames.Writer.TryComplete();

    /// <summary>Whether there is a message; false once the queue is complete and empty.</summary>
    public ValueTask<bool> WaitAsync() => frames.Reader.WaitToReadAsync();

    public bool TryTake(out OutgoingFrame frame)
    {
        if (!frames.Reader.TryRead(out frame))
        {
            return false;
        }

        Interlocked.Decrement(ref count);
        Interlocked.Add(ref bytes, -frame.Utf8.Length);
        return true;
    }
}
