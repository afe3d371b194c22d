using System.Buffers;
using System.Runtime.CompilerServices;

namespace Rejoin.Faults.Links.Wires;

/// <summary>
/// The reading end of a wire with its pooled buffer. A read that was begun early, while something else had to be
/// waited for, is finished by the next <see cref="FillAsync"/>: no byte is lost and no read is cancelled for it.
/// </summary>
internal sealed class WireReader(Wire wire) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private Task<int>? _early;
    private int _start;
    private int _end;

    /// <summary>The wire that is read.</summary>
    public Wire Wire => wire;

    /// <summary>Bytes that were read and not consumed.</summary>
    public ReadOnlyMemory<byte> Buffered => _buffer.AsMemory(_start, _end - _start);

    /// <summary>True when more can be read before something is consumed.</summary>
    public bool HasRoom => _end < _buffer.Length || _start > 0;

    /// <summary>Takes bytes out of the buffer.</summary>
    public void Consume(int bytes) => _start += bytes;

    /// <summary>Puts a shorter or equally long head in the place of the one at the front.</summary>
    public void ReplaceHead(int length, ReadOnlySpan<byte> head)
    {
        _start += length - head.Length;
        head.CopyTo(_buffer.AsSpan(_start));
    }

    /// <summary>Reads more into the buffer; 0 after a FIN, or when the buffer is full.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        int read;
        if (_early is { } early)
        {
            read = await early.WaitAsync(cancellationToken).ConfigureAwait(false);
            _early = null;
        }
        else
        {
            MakeRoom();
            read = await wire.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        }

        _end += read;
        return read;
    }

    /// <summary>Begins a read that the next <see cref="FillAsync"/> will finish.</summary>
    public Task<int> BeginFill(CancellationToken cancellationToken)
    {
        if (_early is null)
        {
            MakeRoom();
            _early = wire.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask();
        }

        return _early;
    }

    /// <summary>Closes the wire and gives the buffer back.</summary>
    public void Dispose()
    {
        wire.Dispose();
        if (_early is { IsCompleted: false } || _buffer.Length == 0)
        {
            return; // a read may still write into the buffer: leave it to the collector
        }

        _ = _early?.Exception;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_start > 0 && _end == _buffer.Length)
        {
            Buffered.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
    }
}
