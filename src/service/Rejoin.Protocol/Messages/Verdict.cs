namespace Rejoin.Protocol;

/// <summary>The server's first message on every connection: what became of the session asked for.</summary>
/// <remarks>Source: protocol.md, "Verdict".</remarks>
public abstract record Verdict : ServerMessage
{
    /// <summary>Session that this connection is attached to: 1 to 64 characters of <c>A–Z a–z 0–9 - _</c>.</summary>
    public required string Session { get; init; }

    /// <summary>Principal that owns the session, as the access token names it.</summary>
    public required string Principal { get; init; }

    /// <summary>Current epoch of the session's log: 1 to 32 characters, opaque.</summary>
    public required string Epoch { get; init; }

    /// <summary>Offset of the newest event in the log at the moment of attaching; 0 = none yet.</summary>
    public required long Head { get; init; }

    /// <summary>Count of accepted attaches of the session, this one included; 1 for a new session.</summary>
    public required long Generation { get; init; }

    /// <summary>Limits and windows that hold on this connection.</summary>
    public required AnnouncedLimits Limits { get; init; }
}
