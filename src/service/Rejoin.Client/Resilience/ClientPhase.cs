namespace Rejoin.Client;

/// <summary>The phases of a client that reconnects by itself.</summary>
public enum ClientPhase
{
    /// <summary>It was not started.</summary>
    Idle,

    /// <summary>An attempt is under way.</summary>
    Connecting,

    /// <summary>The session is attached and the replay was read.</summary>
    Live,

    /// <summary>There is no connection; the next attempt comes by itself.</summary>
    Lost,

    /// <summary>It will not come back by itself.</summary>
    Ended,
}
