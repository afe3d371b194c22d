using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The one place of a session's cursor.</summary>
internal sealed class CursorKeeper(SessionCursor? initial)
{
    private readonly Lock gate = new();
    private SessionCursor? cursor = initial;

    public SessionCursor? Current
    {
        get
        {
            lock (gate)
            {
                return cursor;
            }
        }
    }

    /// <summary>Takes over what a verdict says: a new position after a reset, else the generation.</summary>
    public void Move(Verdict verdict)
    {
        lock (gate)
        {
            cursor = verdict is Resumed && cursor is not null
                ? cursor with { Principal = verdict.Principal, Generation = verdict.Generation }
                : new SessionCursor
                {
                    Session = verdict.Session,
                    Epoch = verdict.Epoch,
                    Offset = 0,
                    Digest = LogDigest.Empty.ToString(),
                    Principal = verdict.Principal,
                    Generation = verdict.Generation,
                };
        }
    }

    /// <summary>Moves on to a processed offset; an older one changes nothing.</summary>
    public void Move(long offset, LogDigest? digest)
    {
        lock (gate)
        {
            if (cursor is not null && offset > cursor.Offset)
            {
                cursor = cursor with { Offset = offset, Digest = digest?.ToString() };
            }
        }
    }

    /// <summary>Takes over the server's digest where the own one was not known.</summary>
    public void Learn(long offset, LogDigest? digest)
    {
        lock (gate)
        {
            if (cursor is { Digest: null } && cursor.Offset == offset)
            {
                cursor = cursor with { Digest = digest?.ToString() };
            }
        }
    }
}
