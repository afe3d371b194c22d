using System.Globalization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A place in the traffic of one link. Control frames (ping, pong, close) never shift <see cref="Frame"/>, so timers do
/// not move it.
/// </summary>
public sealed record CutPoint
{
    /// <summary>Ordinal of the WebSocket upgrade on this link, 1-based; refused upgrades do not count.</summary>
    public required int Connection { get; init; }

    /// <summary>The direction that is followed.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Ordinal of the data frame (text, binary, continuation) in that direction, 1-based.</summary>
    public required int Frame { get; init; }

    /// <summary>The place in that frame. Default <c>before</c>.</summary>
    public FramePosition Position { get; init; }

    /// <summary>The point in words, such as <c>connection 1, c2s, frame 3, payload:2</c>.</summary>
    /// <returns>Text for reports.</returns>
    public override string ToString()
    {
        var way = Direction == Direction.ClientToService ? "c2s" : "s2c";
        return string.Create(
            CultureInfo.InvariantCulture, $"connection {Connection}, {way}, frame {Frame}, {Position}");
    }
}
