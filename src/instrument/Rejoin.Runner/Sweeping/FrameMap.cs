using System.Globalization;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>The handshake and the data frames of the first connection of a conversation that nothing
/// disturbs.</summary>
internal sealed class FrameMap(IReadOnlyList<FrameEntry> frames, int requestHeadBytes, int responseHeadBytes)
{
    private const int DifferencesAtMost = 10;

    /// <summary>A map of nothing.</summary>
    public static FrameMap Empty => new([], 0, 0);

    /// <summary>Length of the head of the request.</summary>
    public int RequestHeadBytes => requestHeadBytes;

    /// <summary>Length of the head of the 101.</summary>
    public int ResponseHeadBytes => responseHeadBytes;

    /// <summary>Frames in the order in which they went through.</summary>
    public IReadOnlyList<FrameEntry> Frames => frames;

    /// <summary>Frames of one direction, in order.</summary>
    public IReadOnlyList<FrameEntry> Of(Direction direction) =>
        [.. frames.Where(frame => frame.Direction == direction)];

    /// <summary>What most runs of the same conversation show, frame by frame; of two that are as frequent, the one
    /// that came first.</summary>
    /// <param name="runs">Maps of undisturbed runs, at least one.</param>
    public static FrameMap Common(IReadOnlyList<FrameMap> runs)
    {
        var toService = Counted(runs, run => (int?)run.Of(Direction.ClientToService).Count)[0].Size;
        var toClient = Counted(runs, run => (int?)run.Of(Direction.ServiceToClient).Count)[0].Size;
        var usual = runs.FirstOrDefault(run => run.Of(Direction.ClientToService).Count == toService
            && run.Of(Direction.ServiceToClient).Count == toClient) ?? runs[0];
        return new FrameMap(
            [.. usual.Frames.Select(frame => Usual(runs, frame))], usual.RequestHeadBytes, usual.ResponseHeadBytes);
    }

    /// <summary>How runs of the same conversation differ, in words; empty if they do not.</summary>
    /// <param name="runs">Maps of undisturbed runs, at least one.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<FrameMap> runs) =>
    [
        .. Differences(runs, Direction.ClientToService).Concat(Differences(runs, Direction.ServiceToClient))
            .Take(DifferencesAtMost),
    ];

    private static FrameEntry Usual(IReadOnlyList<FrameMap> runs, FrameEntry frame)
    {
        var (header, payload) = Counted(runs, run => SizeOf(run, frame.Direction, frame.Ordinal - 1))[0].Size!.Value;
        return frame with { HeaderLength = header, PayloadLength = payload };
    }

    private static IEnumerable<string> Differences(IReadOnlyList<FrameMap> runs, Direction direction)
    {
        var way = Way(direction);
        var counts = Counted(runs, run => (int?)run.Of(direction).Count);
        if (counts.Count > 1)
        {
            yield return $"{way}: {Listed(counts, count => $"{count} frames")}";
        }

        for (var at = 0; at < counts.Max(count => count.Size); at++)
        {
            var sizes = Counted(runs, run => SizeOf(run, direction, at));
            if (sizes.Count > 1)
            {
                var listed = Listed(
                    sizes, size => string.Create(CultureInfo.InvariantCulture, $"{size!.Value.Payload} bytes"));
                yield return string.Create(CultureInfo.InvariantCulture, $"{way} frame {at + 1}: {listed}");
            }
        }
    }

    /// <summary>Different values with the number of runs that show each, the most frequent first. Runs that have none
    /// do not count.</summary>
    private static List<(T Size, int Runs)> Counted<T>(IReadOnlyList<FrameMap> runs, Func<FrameMap, T> value) =>
    [
        .. runs.Select(value).Where(each => each is not null).GroupBy(each => each)
            .Select(group => (group.Key, group.Count())).OrderByDescending(each => each.Item2),
    ];

    private static string Listed<T>(List<(T Size, int Runs)> counted, Func<T, string> text) => string.Join(
        ", ", counted.Select(each => string.Create(
            CultureInfo.InvariantCulture, $"{text(each.Size)} in {each.Runs}"))) + " of the undisturbed runs";

    private static (int Header, long Payload)? SizeOf(FrameMap run, Direction direction, int at) =>
        run.Of(direction) is var frames && at < frames.Count ? Size(frames[at]) : null;

    /// <summary>Name of a direction in plans and reports.</summary>
    public static string Way(Direction direction) => direction == Direction.ClientToService ? "c2s" : "s2c";

    private static (int Header, long Payload) Size(FrameEntry frame) => (frame.HeaderLength, frame.PayloadLength);
}
