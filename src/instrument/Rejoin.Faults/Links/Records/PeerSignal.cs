namespace Rejoin.Faults.Links;

/// <summary>What a socket of the link received from its peer after a fault acted.</summary>
public enum PeerSignal
{
    /// <summary>
    /// Nothing that ends a connection; always so on a socket that the link has reset, which hears no more.
    /// </summary>
    None,

    /// <summary>A FIN.</summary>
    Fin,

    /// <summary>An RST.</summary>
    Rst,
}
