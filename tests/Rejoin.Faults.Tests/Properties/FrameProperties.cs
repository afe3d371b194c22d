using CsCheck;
using Rejoin.Faults.Codec;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;
using Rejoin.Properties;

namespace Rejoin.Faults.Tests.Properties;

/// <summary>However a stream is split and merged, the same frames are seen and the same places are cut.</summary>
public sealed class FrameProperties
{
    private static readonly string[] Positions =
    [
        "before", "header:1", "header:2", "header:3", "header:9", "header:14", "afterHeader", "payload:1", "payload:7",
        "payload:126", "middle", "last", "after",
    ];

    private static readonly Gen<Fault[]> Faults = Gen.Select(
        Gen.Int[1, 6], Pick.From(Positions), Gen.Enum<DataOpcode>(), Fault).Array[0, 5];

    [Fact]
    public void Scanner_sees_the_same_frames_however_the_bytes_are_split() => SplitAnyhow(60_000);

    [Fact]
    public void Scanner_sees_the_same_frames_split_at_every_byte() => SplitAtEveryByte(5_000);

    [Fact]
    public void Scanner_sees_the_frames_that_were_written() => Written(5_000);

    [Fact]
    public void Tracker_stops_at_the_same_places_however_the_bytes_are_split() => Tracked(20_000);

    [Fact]
    public void Tracker_stops_where_the_positions_say() => Placed(5_000);

    [Fact(Explicit = true)]
    public void Scanner_sees_the_same_frames_in_millions_of_streams()
    {
        SplitAnyhow(3_000_000);
        SplitAtEveryByte(100_000);
        Written(300_000);
    }

    [Fact(Explicit = true)]
    public void Tracker_stops_at_the_same_places_in_a_million_streams()
    {
        Tracked(1_000_000);
        Placed(200_000);
    }

    private static void SplitAnyhow(long count) => Gen.Select(FrameGen.Stream, Gen.Int).Try(
        (stream, seed) =>
        {
            var random = new Random(seed);
            return Scan(stream, _ => stream.Length).SequenceEqual(Scan(stream, _ => random.Next(1, 9)));
        },
        count);

    private static void SplitAtEveryByte(long count) => FrameGen.Stream.Where(s => s.Length < 2_000).Try(
        stream =>
        {
            var whole = Scan(stream, _ => stream.Length);
            return Scan(stream, _ => 1).SequenceEqual(whole)
                && Enumerable.Range(1, Math.Max(0, stream.Length - 1))
                    .All(cut => Scan(stream, at => at < cut ? cut - at : stream.Length).SequenceEqual(whole));
        },
        count);

    private static void Written(long count) => FrameGen.Frames.Try(
        frames =>
        {
            var seen = Scan([.. frames.SelectMany(f => f)], _ => 1_000);
            return seen.Select(f => f.Header.Length).SequenceEqual(frames.Select(f => (long)f.Length));
        },
        count);

    private static void Tracked(long count) => Gen.Select(FrameGen.Stream, Faults, Gen.Int).Try(
        (stream, faults, seed) =>
        {
            var random = new Random(seed);
            return Track(stream, faults, _ => stream.Length) == Track(stream, faults, _ => random.Next(1, 9));
        },
        count);

    /// <summary>Against places that are worked out from the lengths of the frames alone.</summary>
    private static void Placed(long count) => Gen.Select(FrameGen.Frames, Gen.Int[1, 6], Pick.From(Positions))
        .Try(
            (frames, ordinal, position) =>
            {
                var expected = "";
                var (start, data) = (0L, 0);
                foreach (var header in Scan([.. frames.SelectMany(f => f)], _ => 1_000).Select(f => f.Header))
                {
                    data += header.IsData ? 1 : 0;
                    if (header.IsData && data == ordinal && FramePosition.Parse(position).OffsetIn(
                        header.HeaderLength, header.PayloadLength) is { } offset)
                    {
                        expected = $"f@{start + offset} ";
                    }

                    start += header.Length;
                }

                byte[] stream = [.. frames.SelectMany(f => f)];
                var stops = Track(stream, [Fault(ordinal, position, DataOpcode.Any)], _ => 7);
                return stops.StartsWith(expected.Length == 0 ? "|" : expected, StringComparison.Ordinal);
            },
            count);

    private static List<(FrameHeader Header, long End)> Scan(byte[] stream, Func<int, int> piece)
    {
        var scanner = new FrameScanner();
        var frames = new List<(FrameHeader, long)>();
        for (var at = 0; at < stream.Length || scanner.EndIsDue;)
        {
            var input = stream.AsSpan(at, Math.Min(Math.Max(1, piece(at)), stream.Length - at));
            do
            {
                var step = scanner.Scan(input, out var consumed);
                Assert.True(step != FrameStep.NeedMore || consumed == input.Length, "NeedMore with bytes left");
                at += consumed;
                input = input[consumed..];
                if (step == FrameStep.FrameEnd)
                {
                    frames.Add((scanner.Header, at));
                }
            }
            while (!input.IsEmpty || scanner.EndIsDue);
        }

        return frames;
    }

    /// <summary>Everything that a tracker tells of a stream, as one text.</summary>
    private static string Track(byte[] stream, Fault[] faults, Func<int, int> piece)
    {
        var (stops, missed) = ("", new List<string>());
        var log = new FrameLog(100);
        var armed = faults.Select((fault, i) => new ArmedFault(new PlannedFault(fault with { Id = NameOf(i) }), 1));
        var tracker = new CutTracker([.. armed], new FrameRules(true, false), log, Direction.ClientToService)
        {
            Missed = (fault, why) => missed.Add($"{fault.Fault.Id}: {why}"),
        };
        for (var at = 0; at < stream.Length;)
        {
            var end = at + Math.Min(Math.Max(1, piece(at)), stream.Length - at);
            ArmedFault? due;
            do
            {
                at += tracker.Walk(stream.AsSpan(at, end - at), stopAtFrameEnd: false, out due);
                stops += due is null ? "" : $"{due.Fault.Id}@{at} ";
            }
            while (due is not null || at < end);
        }

        missed.Sort(StringComparer.Ordinal);
        return $"{stops}|{string.Join(';', missed)}|{string.Join(';', log.Snapshot())}|{tracker.DataFrames}," +
            $"{tracker.ControlFrames},{tracker.Violations},{tracker.CloseCode},{tracker.AtBoundary},{tracker.Hit()}";
    }

    private static string NameOf(int index) => index == 0 ? "f" : "f" + index;

    private static Fault Fault(int frame, string position, DataOpcode opcode)
    {
        var fault = Frames.Fault(FaultKind.Fin, Direction.ClientToService, frame, position);
        return fault with { At = fault.At with { Opcode = opcode } };
    }
}
