using System.Net.Sockets;

namespace Rejoin.Client;

/// <summary>A byte stream that remembers when something was heard and how it ended, and that gives back bytes that
/// were read too far.</summary>
internal sealed class ObservedStream(Stream inner, ReadOnlyMemory<byte> readAhead, TimeProvider time) : Stream
{
    private ReadOnlyMemory<byte> ahead = readAhead;
    private long quietSince = time.GetTimestamp();
    private int reading;
    private int end;

    /// <summary>How the peer's half ended so far.</summary>
    public StreamEnd End => (StreamEnd)Volatile.Read(ref end);

    /// <summary>Time for which a read has been waiting without a byte; zero while nothing reads.</summary>
    public TimeSpan Quiet => Volatile.Read(ref reading) == 0
        ? TimeSpan.Zero
        : time.GetElapsedTime(Interlocked.Read(ref quietSince));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!ahead.IsEmpty)
        {
            var count = Math.Min(buffer.Length, ahead.Length);
            ahead[..count].CopyTo(buffer);
            ahead = ahead[count..];
            return count;
        }

        Interlocked.Exchange(ref quietSince, time.GetTimestamp());
        Volatile.Write(ref reading, 1);
        try
        {
            var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0 && buffer.Length > 0)
            {
                Note(StreamEnd.Finished);
            }

            return count;
        }
        catch (IOException error)
        {
            Note(error.InnerException is SocketException ? StreamEnd.Reset : StreamEnd.Finished);
            throw;
        }
        finally
        {
            Volatile.Write(ref reading, 0);
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is SocketException)
        {
            Note(StreamEnd.Reset);
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(StreamEnd how) => Interlocked.CompareExchange(ref end, (int)how, (int)StreamEnd.None);
}
