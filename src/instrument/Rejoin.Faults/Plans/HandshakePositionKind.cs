namespace Rejoin.Faults.Plans;

/// <summary>Which place of an opening handshake a <see cref="HandshakePosition"/> names.</summary>
public enum HandshakePositionKind
{
    /// <summary>The client's TCP connection is accepted; nothing is read and the service is not dialled.</summary>
    Accepted,

    /// <summary>The first j bytes of the request's head are delivered to the service.</summary>
    Request,

    /// <summary>The whole head of the request is delivered to the service.</summary>
    RequestEnd,

    /// <summary>The first j bytes of the head of the service's 101 are delivered to the client.</summary>
    Response,

    /// <summary>The whole 101 is delivered to the client, and no frame.</summary>
    ResponseEnd,
}
