using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The one place of a session's cursor.</summary>
internal sealed class CursorKeeper(SessionCursor? initial)
{
    private SessionCursor? cursor = initial;

    public SessionCursor? Current
    {
        get => Volatile.Read(ref cursor);
        set => Volatile.Write(ref cursor, value);
    }

    /// <summary>The cursor as it will be when something was processed.</summary>
    /// <param name="what">What is being processed.</param>
    /// <param name="digest">Log digest after it; null if it cannot be known.</param>
    public SessionCursor? After(SessionEvent what, LogDigest? digest) => what switch
    {
        VerdictKnown known => After(known.Verdict),
        LogEvent log => After(log.Event.Offset, digest),
        SnapshotTaken taken => After(taken.Snapshot.Offset, digest),
        ReplayEnded mark when Current is { Digest: null } now && now.Offset == mark.Offset =>
            now with { Digest = digest?.ToString() },
        _ => Current,
    };

    private SessionCursor After(Verdict verdict) => verdict is Resumed && Current is { } now
        ? now with { Principal = verdict.Principal, Generation = verdict.Generation }
        : new SessionCursor
        {
            Session = verdict.Session,
            Epoch = verdict.Epoch,
            Offset = 0,
            Digest = LogDigest.Empty.ToString(),
            Principal = verdict.Principal,
            Generation = verdict.Generation,
        };

    private SessionCursor? After(long offset, LogDigest? digest) => Current is { } now && offset > now.Offset
        ? now with { Offset = offset, Digest = digest?.ToString() }
        : Current;
}
