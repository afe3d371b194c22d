using System.Text;

namespace Rejoin.Cli;

/// <summary>A writer that knows whether anything was written to it.</summary>
internal sealed class WatchedWriter(TextWriter inner) : TextWriter
{
    /// <summary>Whether anything was.</summary>
    public bool IsUsed { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        IsUsed = true;
        inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count)
    {
        IsUsed |= count > 0;
        inner.Write(buffer, index, count);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        IsUsed |= value?.Length > 0;
        inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
