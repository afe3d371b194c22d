using Rejoin.Faults.Codec;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class CutTrackerTests
{
    private const Direction C2S = Direction.ClientToService;

    [Fact]
    public void Tracker_stops_at_every_point_however_the_bytes_are_split()
    {
        var random = new Random(0xF417);
        var before = Frames.Make(C2S, 5);
        string[] positions =
            ["before", "header:1", "header:5", "afterHeader", "payload:1", "payload:9", "middle", "last", "after"];
        for (var i = 0; i < 20_000; i++)
        {
            var position = positions[random.Next(positions.Length)];
            var payload = random.Next(10) == 0 ? random.Next(120, 300) : random.Next(0, 12);
            var target = Frames.Make(C2S, payload, fin: random.Next(2) == 0);
            byte[] bytes = [.. before, .. Frames.Ping(C2S), .. target, .. before];
            var missed = "";
            var tracker = Tracker([Frames.Fault(FaultKind.Fin, C2S, 2, position)], why => missed = why);

            var stopped = RunUntilDue(tracker, bytes, random);

            var offset = FramePosition.Parse(position).OffsetIn(target.Length - payload, payload);
            var expected = offset is { } o ? before.Length + Frames.Ping(C2S).Length + (int)o : bytes.Length;
            Assert.True(expected == stopped, $"input {i}: {position} of {payload} bytes: {stopped}, not {expected}");
            Assert.Equal(offset is null, missed.Length > 0);
        }
    }

    [Fact]
    public void Tracker_takes_several_faults_in_one_frame_in_order()
    {
        var tracker = Tracker(
            [
                Frames.Fault(FaultKind.Stall, C2S, 1, "after", id: "d"),
                Frames.Fault(FaultKind.Stall, C2S, 1, "middle", id: "b"),
                Frames.Fault(FaultKind.Stall, C2S, 1, "middle", id: "c"),
                Frames.Fault(FaultKind.Stall, C2S, 1, "before", id: "a"),
            ]);
        var bytes = Frames.Make(C2S, 8).AsSpan();
        var order = "";
        while (true)
        {
            bytes = bytes[tracker.Walk(bytes, stopAtFrameEnd: false, out var due)..];
            if (due is null)
            {
                break;
            }

            order += due.Fault.Id + bytes.Length + " ";
        }

        Assert.Equal("a14 b4 c4 d0 ", order);
    }

    [Theory]
    [InlineData(Opcode.Text, DataOpcode.Text, "")]
    [InlineData(Opcode.Binary, DataOpcode.Binary, "")]
    [InlineData(Opcode.Continuation, DataOpcode.Continuation, "")]
    [InlineData(Opcode.Binary, DataOpcode.Any, "")]
    [InlineData(Opcode.Text, DataOpcode.Binary, "frame 2 is text, not binary")]
    [InlineData(Opcode.Continuation, DataOpcode.Text, "frame 2 is continuation, not text")]
    [InlineData((Opcode)5, DataOpcode.Text, "frame 2 is of the reserved opcode 5, not text")]
    public void Tracker_stops_only_in_a_frame_of_the_kind_that_is_asked_for(
        Opcode opcode, DataOpcode asked, string missed)
    {
        var why = "";
        var fault = Frames.Fault(FaultKind.Fin, C2S, 2, "middle");
        var tracker = Tracker([fault with { At = fault.At with { Opcode = asked } }], reason => why = reason);
        byte[] bytes = [.. Frames.Make(C2S, 3), .. Frames.Make(C2S, 4, opcode), .. Frames.Make(C2S, 4, Opcode.Text)];
        var used = tracker.Walk(bytes, stopAtFrameEnd: false, out var due);
        Assert.Equal(missed, why);
        Assert.Equal(missed.Length == 0 ? (9 + 6 + 2, "f1") : (bytes.Length, null), (used, due?.Fault.Id));
    }

    [Fact]
    public void Tracker_counts_data_frames_and_not_control_frames()
    {
        var tracker = Tracker([]);
        byte[] bytes =
            [.. Frames.Make(C2S, 0), .. Frames.Ping(C2S), .. Frames.Make(C2S, 1), .. Frames.Close(C2S, 4001)];
        Assert.Equal(bytes.Length, tracker.Walk(bytes, stopAtFrameEnd: false, out _));
        Assert.Equal((2, 2, 4001), (tracker.DataFrames, tracker.ControlFrames, tracker.CloseCode));
        Assert.Equal(FrameViolations.None, tracker.Violations);
    }

    [Fact]
    public void Tracker_reads_a_close_code_byte_by_byte()
    {
        var tracker = Tracker([]);
        foreach (var one in Frames.Close(C2S, 1012))
        {
            tracker.Walk([one], stopAtFrameEnd: false, out _);
        }

        Assert.Equal(1012, tracker.CloseCode);
    }

    [Fact]
    public void Tracker_reads_a_close_frame_without_code_as_1005()
    {
        var tracker = Tracker([]);
        tracker.Walk(Frames.Make(C2S, 0, Opcode.Close), stopAtFrameEnd: false, out _);
        Assert.Equal(1005, tracker.CloseCode);
    }

    private static CutTracker Tracker(Fault[] faults, Action<string>? missed = null) =>
        new(
            [.. faults.Select(f => new ArmedFault(new PlannedFault(f), 1))], new FrameRules(true, false),
            new FrameLog(10), C2S)
        {
            Missed = (_, why) => missed?.Invoke(why),
        };

    private static int RunUntilDue(CutTracker tracker, byte[] bytes, Random random)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var piece = bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at));
            at += tracker.Walk(piece, stopAtFrameEnd: false, out var due);
            if (due is not null)
            {
                return at;
            }
        }

        return at;
    }
}
