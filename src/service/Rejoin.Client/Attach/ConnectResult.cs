using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The result of one attempt to open or resume a session.</summary>
public sealed record ConnectResult
{
    /// <summary>Ordinal of the attempt and its connection in this session object, 1-based.</summary>
    public required int Connection { get; init; }

    /// <summary>Offset presented to the server; null if the attempt asked for a new session.</summary>
    public long? OffsetPresented { get; init; }

    /// <summary>Verdict: <see cref="Opened"/>, <see cref="Resumed"/> or <see cref="Reset"/>; null if none came that can
    /// be right. It can be there although the attempt failed later, in the replay.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Events between verdict and end of the replay.</summary>
    public long EventsReplayed { get; init; }

    /// <summary>Whether a snapshot stood for older events.</summary>
    public bool SnapshotTaken { get; init; }

    /// <summary>Offset up to which the client is up to date; null if the replay did not end.</summary>
    public long? UpToDateOffset { get; init; }

    /// <summary>Times of the steps.</summary>
    public required AttachTiming Timing { get; init; }

    /// <summary>Failure; null if the attempt succeeded.</summary>
    public ClientError? Error { get; init; }

    /// <summary>Whether the verdict is known and the replay ended. A reset is a success of the attempt.</summary>
    public bool Succeeded => Error is null;

    /// <summary>Whether the session goes on from the offset presented.</summary>
    public bool IsResumed => Verdict is Resumed;

    /// <summary>Reason of the reset; null if there was none.</summary>
    public ResetReason? ResetReason => (Verdict as Reset)?.Reason;

    /// <summary>This result, if the attempt succeeded.</summary>
    /// <exception cref="RejoinClientException">It failed.</exception>
    public ConnectResult EnsureSucceeded() => Error is null ? this : throw new RejoinClientException(Error);
}
