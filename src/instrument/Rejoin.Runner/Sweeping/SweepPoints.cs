using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>The points of a sweep: those that a frame map shows, then further ones as long as probes beyond it
/// fire.</summary>
internal static class SweepPoints
{
    private static readonly Direction[] Directions = [Direction.ClientToService, Direction.ServiceToClient];

    /// <summary>Points of a mapped conversation, with a probe behind the last frame of each direction and
    /// kind.</summary>
    public static IReadOnlyList<SweepPoint> Of(FrameMap map, SweepDepth depth, IReadOnlyList<SweepKind> kinds) =>
    [
        .. from position in InHandshake(map, depth)
           from kind in kinds
           where kind.Places == SweepPlaces.Everywhere
           select SweepPoint.InHandshake(kind, position),
        .. from direction in Directions
           let frames = map.Of(direction)
           from frame in frames
           from kind in kinds
           from position in Places(frame, frame.Ordinal == frames.Count, depth, kind)
           select SweepPoint.InFrame(kind, direction, frame.Ordinal, position),
        .. from direction in Directions
           from kind in kinds
           select Probe(direction, kind, map.Of(direction).Count + 1),
    ];

    /// <summary>What follows a probe that fired: there was a frame, so the end of it is a point, and the next probe
    /// stands behind it.</summary>
    public static IReadOnlyList<SweepPoint> Beyond(SweepPoint fired) =>
    [
        fired with { IsProbe = false, IsFound = true, At = fired.At with { Position = FramePosition.After } },
        Probe(fired.At.Direction, fired.Kind, fired.At.Frame + 1),
    ];

    private static SweepPoint Probe(Direction direction, SweepKind kind, int frame) =>
        SweepPoint.InFrame(kind, direction, frame, FramePosition.Before, isProbe: true);

    private static IEnumerable<HandshakePosition> InHandshake(FrameMap map, SweepDepth depth) =>
    [
        HandshakePosition.Accepted,
        .. Bytes(map.RequestHeadBytes, depth).Select(HandshakePosition.Request),
        HandshakePosition.RequestEnd,
        .. Bytes(map.ResponseHeadBytes, depth).Select(HandshakePosition.Response),
        HandshakePosition.ResponseEnd,
    ];

    /// <summary>Places inside a head.</summary>
    private static IEnumerable<int> Bytes(int length, SweepDepth depth) => depth switch
    {
        _ when length < 2 => [],
        SweepDepth.Boundary => [],
        SweepDepth.Regions => new[] { 1, length / 2, length - 1 }.Distinct(),
        _ => Enumerable.Range(1, length - 1),
    };

    private static IEnumerable<FramePosition> Places(FrameEntry frame, bool isLast, SweepDepth depth, SweepKind kind)
    {
        if (kind.Places == SweepPlaces.Middles)
        {
            return [FramePosition.Middle];
        }

        var boundaries = isLast ? new[] { FramePosition.Before, FramePosition.After } : [FramePosition.Before];
        return (depth, kind.Places) switch
        {
            (SweepDepth.Boundary, _) => boundaries,
            (_, SweepPlaces.Boundaries) => [FramePosition.Before, FramePosition.After],
            (SweepDepth.Regions, _) => Distinct(frame, Regions),
            _ => EveryByte(frame),
        };
    }

    private static FramePosition[] Regions =>
    [
        FramePosition.Before, FramePosition.Header(1), FramePosition.AfterHeader, FramePosition.Middle,
        FramePosition.Last, FramePosition.After,
    ];

    /// <summary>Places that are bytes of their own in a frame: a short one has fewer.</summary>
    private static IEnumerable<FramePosition> Distinct(FrameEntry frame, IEnumerable<FramePosition> positions) =>
        positions.Select(position => (position, At: position.OffsetIn(frame.HeaderLength, frame.PayloadLength)))
            .Where(pair => pair.At is not null)
            .DistinctBy(pair => pair.At)
            .Select(pair => pair.position);

    private static IEnumerable<FramePosition> EveryByte(FrameEntry frame)
    {
        yield return FramePosition.Before;
        for (var bytes = 1; bytes < frame.HeaderLength; bytes++)
        {
            yield return FramePosition.Header(bytes);
        }

        yield return FramePosition.AfterHeader;
        for (var bytes = 1L; bytes < frame.PayloadLength; bytes++)
        {
            yield return FramePosition.Payload(bytes);
        }

        if (frame.PayloadLength > 0)
        {
            yield return FramePosition.After;
        }
    }
}
