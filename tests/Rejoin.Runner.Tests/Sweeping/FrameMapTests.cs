using Rejoin.Faults.Codec;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Tests;

public sealed class FrameMapTests
{
    [Fact]
    public void Maps_of_equal_runs_do_not_differ() =>
        Assert.Empty(FrameMap.Differences([Map("c5 s7"), Map("c5 s7"), Map("s7 c5")]));

    [Fact]
    public void Maps_tell_in_words_how_they_differ() => Assert.Equal(
        [
            "s2c: 2 frames in 2, 1 frames in 1 of the undisturbed runs",
            "s2c frame 1: 9 bytes in 2, 7 bytes in 1 of the undisturbed runs",
        ],
        FrameMap.Differences([Map("c5 s7"), Map("c5 s9 s1"), Map("c5 s9 s1")]));

    [Fact]
    public void The_common_map_has_each_frame_as_most_runs_show_it()
    {
        var common = FrameMap.Common([Map("s1 c5 s7"), Map("s2 c5 s7 s8"), Map("s2 c5 s6 s8")]);

        Assert.Equal("s2 c5 s7 s8", Text(common));
    }

    [Fact]
    public void Runs_of_which_none_has_the_usual_number_of_frames_both_ways_are_mapped_by_the_first() =>
        Assert.Equal("c1 s1 s1", Text(FrameMap.Common(
            [Map("c1 s1 s1"), Map("c1 c1 s1"), Map("c1 s1 s1 s1"), Map("c1 c1 s1 s1 s1 s1"), Map("c1 c1 c1 s1")])));

    [Fact]
    public void One_run_is_its_own_map() => Assert.Equal("c5 s7", Text(FrameMap.Common([Map("c5 s7")])));

    private static string Text(FrameMap map) => string.Join(' ', map.Frames.Select(frame =>
        $"{(frame.Direction == Direction.ClientToService ? 'c' : 's')}{frame.PayloadLength}"));

    /// <summary>A map from a direction and a payload length for each frame: <c>c5 s7</c>.</summary>
    private static FrameMap Map(string frames)
    {
        var entries = frames.Split(' ').Select(frame =>
            (Way: frame[0] == 'c' ? Direction.ClientToService : Direction.ServiceToClient, Payload: int.Parse(
                frame[1..], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return new FrameMap(
            [
                .. entries.Select((entry, at) => new FrameEntry(
                    entry.Way, entries.Take(at + 1).Count(each => each.Way == entry.Way), Opcode.Text, Fin: true,
                    HeaderLength: 2, entry.Payload)),
            ],
            requestHeadBytes: 0,
            responseHeadBytes: 0);
    }
}
