namespace Rejoin.Faults.Links;

/// <summary>What ended a connection first.</summary>
public enum ConnectionEnd
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>A FIN of the client.</summary>
    ClientFin,

    /// <summary>An RST of the client.</summary>
    ClientRst,

    /// <summary>A FIN of the service.</summary>
    ServiceFin,

    /// <summary>An RST of the service.</summary>
    ServiceRst,

    /// <summary>A fault of the plan.</summary>
    Fault,

    /// <summary>The link, by being disposed or by an error of its own.</summary>
    Link,
}
