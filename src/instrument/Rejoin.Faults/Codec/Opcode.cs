namespace Rejoin.Faults.Codec;

/// <summary>
/// The kind of a frame, four bits on the wire. Values that are not named here are reserved and a violation.
/// Source: RFC 6455 §5.2, §11.8.
/// </summary>
public enum Opcode
{
    /// <summary>A further fragment of a message; a data frame.</summary>
    Continuation = 0x0,

    /// <summary>A text message or its first fragment; a data frame.</summary>
    Text = 0x1,

    /// <summary>A binary message or its first fragment; a data frame.</summary>
    Binary = 0x2,

    /// <summary>The start or the answer of the closing handshake; a control frame.</summary>
    Close = 0x8,

    /// <summary>A heartbeat question; a control frame.</summary>
    Ping = 0x9,

    /// <summary>A heartbeat answer; a control frame.</summary>
    Pong = 0xA,
}
