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

    /// <summary>How another run of the same conversation differs, in words; empty if it does not.</summary>
    public IReadOnlyList<string> Differences(FrameMap other) =>
    [
        .. Differences(other, Direction.ClientToService).Concat(Differences(other, Direction.ServiceToClient))
            .Take(DifferencesAtMost),
    ];

    private IEnumerable<string> Differences(FrameMap other, Direction direction)
    {
        var (mine, theirs) = (Of(direction), other.Of(direction));
        var way = Way(direction);
        if (mine.Count != theirs.Count)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{way}: {mine.Count} frames, then {theirs.Count}");
        }

        foreach (var (one, two) in mine.Zip(theirs).Where(pair => Size(pair.First) != Size(pair.Second)))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{way} frame {one.Ordinal}: {one.PayloadLength} bytes, then {two.PayloadLength}");
        }
    }

    /// <summary>Name of a direction in plans and reports.</summary>
    public static string Way(Direction direction) => direction == Direction.ClientToService ? "c2s" : "s2c";

    private static (int Header, long Payload) Size(FrameEntry frame) => (frame.HeaderLength, frame.PayloadLength);
}
