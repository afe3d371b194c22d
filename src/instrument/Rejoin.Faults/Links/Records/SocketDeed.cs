namespace Rejoin.Faults.Links;

/// <summary>What the link did to one of its two sockets.</summary>
public enum SocketDeed
{
    /// <summary>Nothing; it went on (kinds after which a connection goes on, such as <c>stall</c>).</summary>
    None,

    /// <summary>Sent a FIN and read on.</summary>
    Fin,

    /// <summary>Sent an RST.</summary>
    Rst,

    /// <summary>Sent a close frame, waited for the answer, then sent a FIN.</summary>
    CloseFrame,

    /// <summary>Kept it open, and neither read nor wrote.</summary>
    Silence,

    /// <summary>Nothing: there was no connection to this end yet (place <c>accepted</c>).</summary>
    NotConnected,

    /// <summary>Sent an HTTP answer, then a FIN.</summary>
    Answer,
}
