namespace Rejoin.Client;

/// <summary>The stages of a connection in the order in which a client goes through them.</summary>
public enum ClientStage
{
    /// <summary>Nothing has been sent yet: options, access token, outbox.</summary>
    Local,

    /// <summary>Resolution of the host name.</summary>
    NameResolution,

    /// <summary>TCP connection.</summary>
    Tcp,

    /// <summary>TLS handshake.</summary>
    Tls,

    /// <summary>HTTP upgrade.</summary>
    Upgrade,

    /// <summary>From the end of the upgrade to the verdict.</summary>
    Verdict,

    /// <summary>From the verdict to the end of the replay.</summary>
    Replay,

    /// <summary>After the replay.</summary>
    Live,

    /// <summary>Closing handshake.</summary>
    Close,
}
