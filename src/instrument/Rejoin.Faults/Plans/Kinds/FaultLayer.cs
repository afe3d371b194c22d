namespace Rejoin.Faults.Plans;

/// <summary>What a kind of fault disturbs.</summary>
public enum FaultLayer
{
    /// <summary>The TCP connection.</summary>
    Tcp,

    /// <summary>The opening handshake. Source: RFC 6455 §4.</summary>
    Upgrade,

    /// <summary>The frames of the connection. Source: RFC 6455 §5.</summary>
    WebSocket,

    /// <summary>
    /// Beyond the network: what no network does, but a broken intermediary. To be judged only where the contract has
    /// sequence numbers or ids.
    /// </summary>
    Beyond,
}
