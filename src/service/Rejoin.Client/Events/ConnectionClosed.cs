namespace Rejoin.Client;

/// <summary>The end of a connection, handed over after everything that it delivered.</summary>
public sealed record ConnectionClosed : SessionEvent
{
    /// <summary>Cause; <see cref="ClientFailure.ClosedByCaller"/> after an orderly end by this side.</summary>
    public required ClientError Error { get; init; }

    /// <summary>Close code received; null if the connection ended without a close frame.</summary>
    public int? Code { get; init; }

    /// <summary>Close reason received, at most 123 bytes; null if the connection ended without a close frame. Text of
    /// the peer: not for showing without care.</summary>
    public string? Reason { get; init; }
}
