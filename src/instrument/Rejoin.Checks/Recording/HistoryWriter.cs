using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rejoin.Checks;

/// <summary>Writes a history as lines of JSON; equal histories give equal bytes.</summary>
/// <remarks>Not thread-safe. Lines are gathered and handed to the stream in blocks and at <see cref="Dispose"/>.
/// Source: docs/reference/history.md.</remarks>
public sealed class HistoryWriter : IDisposable
{
    private const int BlockBytes = 65_536;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ArrayBufferWriter<byte> _block = new(BlockBytes + 4_096);
    private readonly Utf8JsonWriter _json;

    /// <summary>A writer to a stream.</summary>
    /// <param name="stream">Where lines go; closed at <see cref="Dispose"/> unless it is to stay open.</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    public HistoryWriter(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_stream, _leaveOpen) = (stream, leaveOpen);
        _json = new Utf8JsonWriter(_block, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
    }

    /// <summary>Writes a whole history to a file, which is replaced if it exists.</summary>
    public static void WriteFile(string path, TrialHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        using var writer = new HistoryWriter(
            new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1));
        foreach (var line in history.Events)
        {
            writer.Write(line);
        }
    }

    /// <summary>Adds one line.</summary>
    public void Write(HistoryEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        JsonSerializer.Serialize(_json, line, HistoryJson.Line);
        _json.Flush();
        _json.Reset();
        _block.Write("\n"u8);
        if (_block.WrittenCount >= BlockBytes)
        {
            Flush();
        }
    }

    /// <summary>Hands every line so far to the stream, and flushes the stream.</summary>
    public void Flush()
    {
        _stream.Write(_block.WrittenSpan);
        _block.ResetWrittenCount();
        _stream.Flush();
    }

    /// <summary>Flushes, and closes the stream unless it stays open.</summary>
    public void Dispose()
    {
        Flush();
        _json.Dispose();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }
}
