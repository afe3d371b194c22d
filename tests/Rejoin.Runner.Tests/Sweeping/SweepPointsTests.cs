using Rejoin.Faults.Codec;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Tests;

public sealed class SweepPointsTests
{
    private const int Handshake = 3;

    [Fact]
    public void Boundary_points_are_one_more_than_the_frames_of_each_direction()
    {
        var points = Points(SweepDepth.Boundary, Map((Direction.ClientToService, 10), (Direction.ServiceToClient, 20),
            (Direction.ServiceToClient, 30)), "fin");

        Assert.Equal(Handshake + (1 + 1) + (2 + 1), points.Count(point => !point.IsProbe));
    }

    [Fact]
    public void Behind_the_last_frame_of_each_direction_and_kind_stands_a_probe()
    {
        var points = Points(SweepDepth.Bytes, Map((Direction.ServiceToClient, 3)), "fin", "rst");

        Assert.Equal(
            [(Direction.ClientToService, 1), (Direction.ClientToService, 1), (Direction.ServiceToClient, 2),
                (Direction.ServiceToClient, 2)],
            points.Where(point => point.IsProbe).Select(point => (point.At.Direction, point.At.Frame)));
    }

    [Fact]
    public void A_probe_that_fires_becomes_the_end_of_a_frame_and_the_next_probe()
    {
        var probe = Points(SweepDepth.Boundary, Map((Direction.ServiceToClient, 3)), "fin")
            .Last(point => point.IsProbe);

        var beyond = SweepPoints.Beyond(probe);

        Assert.Equal(["frame 2, after", "frame 3, before"], beyond.Select(point =>
            $"frame {point.At.Frame}, {point.Position}"));
        Assert.Equal([false, true], beyond.Select(point => point.IsProbe));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    [InlineData(100, 6)]
    public void Regions_of_a_frame_are_different_bytes(int payload, int expected)
    {
        var points = InFrames(Points(SweepDepth.Regions, Map((Direction.ServiceToClient, payload)), "fin"));

        Assert.Equal(expected, points.Count);
        Assert.Equal(expected, points.Select(point => point.At.Position.OffsetIn(2, payload)).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public void Bytes_are_all_of_a_frame(int payload)
    {
        var points = InFrames(Points(SweepDepth.Bytes, Map((Direction.ServiceToClient, payload)), "fin"));

        Assert.Equal(
            Enumerable.Range(0, 2 + payload + 1).Select(each => (long?)each),
            points.Select(point => point.At.Position.OffsetIn(2, payload)));
    }

    [Fact]
    public void Close_frames_stand_between_frames_at_every_depth_and_truncation_in_the_middle()
    {
        var points = InFrames(Points(SweepDepth.Bytes, Map((Direction.ServiceToClient, 40)), "close-1012", "truncate"));

        Assert.Equal(["before", "after", "middle"], points.Select(point => point.Position));
    }

    [Fact]
    public void Every_planned_fault_is_valid()
    {
        var map = Map((Direction.ClientToService, 0), (Direction.ServiceToClient, 70_000));

        Assert.All(
            SweepPoints.Of(map, SweepDepth.Regions, SweepKind.All),
            point => Assert.Empty(point.PlanOf(FaultRepeat.Once).Validate()));
    }

    private static IReadOnlyList<SweepPoint> Points(SweepDepth depth, FrameMap map, params string[] kinds) =>
        SweepPoints.Of(map, depth, [.. kinds.Select(id => SweepKind.Find(id)!)]);

    private static List<SweepPoint> InFrames(IEnumerable<SweepPoint> points) =>
        [.. points.Where(point => !point.IsProbe && point.At.Handshake is null)];

    private static FrameMap Map(params (Direction Direction, int Payload)[] frames) => new(
        [
            .. frames.Select((frame, at) => new FrameEntry(
                frame.Direction,
                frames.Take(at + 1).Count(each => each.Direction == frame.Direction),
                Opcode.Text,
                Fin: true,
                HeaderLength: 2,
                frame.Payload)),
        ],
        requestHeadBytes: 0,
        responseHeadBytes: 0);
}
