namespace Rejoin.Client;

/// <summary>What a session does when the server's messages contradict each other or the client's own record.</summary>
public enum IntegrityPolicy
{
    /// <summary>Nothing wrong reaches the application: the connection is dropped with a typed failure.</summary>
    Refuse,

    /// <summary>Everything is handed over exactly as received, duplicates and gaps too, each contradiction told
    /// by an <see cref="IntegrityObserved"/> beside it. For an instrument that judges the server itself.</summary>
    Report,
}
