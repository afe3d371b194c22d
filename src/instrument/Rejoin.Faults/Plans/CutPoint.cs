using System.Globalization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A place in the traffic of one link: in a data frame, or in the opening handshake. Control frames (ping, pong, close)
/// never shift <see cref="Frame"/>, so timers do not move it.
/// </summary>
public sealed record CutPoint
{
    /// <summary>
    /// Ordinal of the WebSocket upgrade on this link, 1-based; refused upgrades do not count. With a place before the
    /// 101: the ordinal that the attempt would get.
    /// </summary>
    public required int Connection { get; init; }

    /// <summary>The direction that is followed. With <see cref="Handshake"/>: that of the place.</summary>
    public required Direction Direction { get; init; }

    /// <summary>
    /// Ordinal of the data frame (text, binary, continuation) in that direction, 1-based. 0 with
    /// <see cref="Handshake"/>.
    /// </summary>
    public required int Frame { get; init; }

    /// <summary>The place in that frame. Default <c>before</c>.</summary>
    public FramePosition Position { get; init; }

    /// <summary>
    /// The kind that the frame must have; a frame of another kind at that ordinal is not cut. Default any.
    /// </summary>
    public DataOpcode Opcode { get; init; }

    /// <summary>The place in the opening handshake; null for a place in a frame. Default null.</summary>
    public HandshakePosition? Handshake { get; init; }

    /// <summary>A place in an opening handshake.</summary>
    /// <param name="connection">Ordinal that the attempt would get, 1-based.</param>
    /// <param name="position">The place.</param>
    /// <returns>The point.</returns>
    public static CutPoint InHandshake(int connection, HandshakePosition position) => new()
    {
        Connection = connection,
        Direction = position.Direction,
        Frame = 0,
        Handshake = position,
    };

    /// <summary>
    /// The point in words, such as <c>connection 1, c2s, frame 3, payload:2</c> or
    /// <c>connection 1, handshake request:17</c>.
    /// </summary>
    /// <returns>Text for reports.</returns>
    public override string ToString()
    {
        if (Handshake is { } handshake)
        {
            return string.Create(CultureInfo.InvariantCulture, $"connection {Connection}, handshake {handshake}");
        }

        var way = Direction == Direction.ClientToService ? "c2s" : "s2c";
        var kind = Opcode switch
        {
            DataOpcode.Text => " (text)",
            DataOpcode.Binary => " (binary)",
            DataOpcode.Continuation => " (continuation)",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"connection {Connection}, {way}, frame {Frame}{kind}, {Position}");
    }
}
