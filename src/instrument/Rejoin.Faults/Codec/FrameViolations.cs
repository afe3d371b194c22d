namespace Rejoin.Faults.Codec;

/// <summary>What a frame's header breaks, as a set of flags. Source: RFC 6455 §5.</summary>
[Flags]
public enum FrameViolations
{
    /// <summary>Nothing is broken.</summary>
    None = 0,

    /// <summary>A reserved bit without a negotiated extension that gives it a meaning (§5.2).</summary>
    ReservedBits = 1 << 0,

    /// <summary>An opcode that is reserved: 0x3 to 0x7, 0xB to 0xF (§5.2).</summary>
    ReservedOpcode = 1 << 1,

    /// <summary>A control frame with more than 125 bytes of payload (§5.5).</summary>
    OversizeControl = 1 << 2,

    /// <summary>A control frame that is not final (§5.5).</summary>
    FragmentedControl = 1 << 3,

    /// <summary>A close frame whose payload is one byte: no room for a code (§5.5.1).</summary>
    TruncatedCloseCode = 1 << 4,

    /// <summary>A length written in more bytes than it needs (§5.2).</summary>
    LengthNotMinimal = 1 << 5,

    /// <summary>A 64-bit length with its highest bit set (§5.2).</summary>
    LengthTooLarge = 1 << 6,

    /// <summary>A frame towards the service that is not masked (§5.1).</summary>
    MaskMissing = 1 << 7,

    /// <summary>A frame towards the client that is masked (§5.1).</summary>
    MaskUnexpected = 1 << 8,

    /// <summary>A continuation without a message to continue (§5.4).</summary>
    ContinuationWithoutStart = 1 << 9,

    /// <summary>A new message inside an unfinished one (§5.4).</summary>
    MessageInsideMessage = 1 << 10,
}
