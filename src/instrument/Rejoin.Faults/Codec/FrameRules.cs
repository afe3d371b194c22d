namespace Rejoin.Faults.Codec;

/// <summary>
/// The rules that a sequence of frame headers must keep, for one direction of one connection. Tells violations as data
/// and never fails. A mutable struct; not thread-safe. Source: RFC 6455 §5.1, §5.2, §5.4, §5.5.
/// </summary>
/// <param name="masked">True for the direction from client to service, whose frames must be masked.</param>
/// <param name="rsv1Allowed">True when an extension was negotiated that uses RSV1, such as permessage-deflate.</param>
internal struct FrameRules(bool masked, bool rsv1Allowed)
{
    private readonly bool _masked = masked;
    private readonly bool _rsv1Allowed = rsv1Allowed;
    private bool _inMessage;

    /// <summary>Judges the next header of the direction.</summary>
    /// <param name="header">The header, in the order of arrival.</param>
    /// <returns>Everything that it breaks; <see cref="FrameViolations.None"/> when nothing.</returns>
    public FrameViolations Check(in FrameHeader header)
    {
        var found = FrameViolations.None;
        var allowed = _rsv1Allowed && !header.IsControl ? 0b011 : 0b111;
        found |= (header.Rsv & allowed) != 0 ? FrameViolations.ReservedBits : 0;
        found |= !Enum.IsDefined(header.Opcode) ? FrameViolations.ReservedOpcode : 0;
        found |= _masked && !header.Masked ? FrameViolations.MaskMissing : 0;
        found |= !_masked && header.Masked ? FrameViolations.MaskUnexpected : 0;
        found |= LengthOf(header);
        return found | (header.IsControl ? ControlOf(header) : FragmentOf(header));
    }

    private static FrameViolations LengthOf(in FrameHeader header) => header switch
    {
        { LengthBytes: 2, PayloadLength: < 126 } => FrameViolations.LengthNotMinimal,
        { LengthBytes: 8, PayloadLength: <= ushort.MaxValue } => FrameViolations.LengthNotMinimal,
        { Length: long.MaxValue } => FrameViolations.LengthTooLarge,
        _ => FrameViolations.None,
    };

    private static FrameViolations ControlOf(in FrameHeader header)
    {
        var found = header.PayloadLength > FrameEncoder.MaxControlPayload ? FrameViolations.OversizeControl : 0;
        found |= !header.Fin ? FrameViolations.FragmentedControl : 0;
        var truncated = header is { Opcode: Opcode.Close, PayloadLength: 1 };
        return found | (truncated ? FrameViolations.TruncatedCloseCode : 0);
    }

    private FrameViolations FragmentOf(in FrameHeader header)
    {
        var found = (header.Opcode == Opcode.Continuation, _inMessage) switch
        {
            (true, false) => FrameViolations.ContinuationWithoutStart,
            (false, true) => FrameViolations.MessageInsideMessage,
            _ => FrameViolations.None,
        };
        _inMessage = !header.Fin;
        return found;
    }
}
