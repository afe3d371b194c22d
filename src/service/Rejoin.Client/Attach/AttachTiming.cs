namespace Rejoin.Client;

/// <summary>Times at which the steps of an attempt ended, each measured from its start; null = not reached.</summary>
/// <remarks>From <see cref="TimeProvider.GetTimestamp"/> of the session's options. The access token is fetched before
/// the start.</remarks>
public sealed record AttachTiming
{
    /// <summary>Timestamp of the start: the access token is there, name resolution begins.</summary>
    public required long StartTimestamp { get; init; }

    /// <summary>End of name resolution and TCP connect.</summary>
    public TimeSpan? Tcp { get; init; }

    /// <summary>End of the TLS handshake; null for <c>ws</c>.</summary>
    public TimeSpan? Tls { get; init; }

    /// <summary>Receipt of the whole answer to the upgrade.</summary>
    public TimeSpan? Upgrade { get; init; }

    /// <summary>Receipt of the verdict.</summary>
    public TimeSpan? Verdict { get; init; }

    /// <summary>End of the replay, handed over to the application.</summary>
    public TimeSpan? ReplayEnd { get; init; }
}
