namespace Rejoin.Client;

/// <summary>The states of a session object.</summary>
/// <remarks>Source: protocol.md, "State machines".</remarks>
public enum SessionState
{
    /// <summary>No attempt was made yet.</summary>
    Idle,

    /// <summary>An attempt is under way and its verdict is not known.</summary>
    Connecting,

    /// <summary>The verdict is known; the replay goes on.</summary>
    CatchingUp,

    /// <summary>The replay ended.</summary>
    Live,

    /// <summary>There is no connection; the session can be resumed.</summary>
    Lost,

    /// <summary>The session was left, abandoned or disposed: this object is of no more use.</summary>
    Ended,
}
