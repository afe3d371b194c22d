namespace Rejoin.Server;

/// <summary>A connection that holds its session no longer.</summary>
public sealed class SupersededConnection
{
    private readonly IEventSink sink;

    internal SupersededConnection(IEventSink sink) => this.sink = sink;

    /// <summary>Ordinal of the connection in this process, 1-based.</summary>
    public long Ordinal => sink.Ordinal;

    /// <summary>Session that it held.</summary>
    public required string Session { get; init; }

    /// <summary>Generation of its attach.</summary>
    public required long Generation { get; init; }

    /// <summary>Offset of the newest event that it was given.</summary>
    public required long Head { get; init; }

    /// <summary>Puts an event at the end of its queue; no effect once it ends.</summary>
    public void Deliver(OutgoingFrame frame) => sink.Deliver(frame);

    /// <summary>Ends it at once; no effect if it ends already.</summary>
    /// <param name="code">Close code.</param>
    /// <param name="reason">Reason, at most 123 bytes; empty = none.</param>
    public void End(int code, string reason) => sink.End(code, reason);
}
