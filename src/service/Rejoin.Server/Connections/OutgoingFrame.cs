namespace Rejoin.Server;

/// <summary>One text message on its way to a client.</summary>
/// <param name="Utf8">Payload, exactly as sent; shared between connections, never changed.</param>
/// <param name="DeliveredOffset">Offset up to which the client has every event once it has this message; 0 for
/// messages that deliver no event.</param>
public readonly record struct OutgoingFrame(ReadOnlyMemory<byte> Utf8, long DeliveredOffset = 0);
