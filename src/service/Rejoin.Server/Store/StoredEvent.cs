using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One event as the store keeps it.</summary>
/// <param name="Offset">Offset, 1-based.</param>
/// <param name="Frame">UTF-8 text of its frame, exactly as it is sent at every delivery.</param>
/// <param name="Digest">Log digest at the offset.</param>
/// <param name="At">Moment of the append, UTC, whole milliseconds.</param>
/// <param name="Data">What happened.</param>
public sealed record StoredEvent(
    long Offset, ReadOnlyMemory<byte> Frame, LogDigest Digest, DateTimeOffset At, EventData Data);
