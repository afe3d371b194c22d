namespace Rejoin.Client;

/// <summary>A contradiction in what the server sent. Only with <see cref="IntegrityPolicy.Report"/>.</summary>
public sealed record IntegrityObserved : SessionEvent
{
    /// <summary>The contradiction: one of the <c>Integrity…</c> failures or
    /// <see cref="ClientFailure.ProtocolViolation"/>.</summary>
    public required ClientError Error { get; init; }

    /// <summary>Offset that it is about; null if it is about none.</summary>
    public long? Offset { get; init; }
}
