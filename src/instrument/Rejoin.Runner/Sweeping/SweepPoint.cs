using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>One point of a sweep: where and how the first connection is cut.</summary>
/// <param name="Kind">Kind of cut.</param>
/// <param name="At">Place on the first connection.</param>
/// <param name="IsProbe">Whether nothing is expected there: it shows where the conversation ends.</param>
internal sealed record SweepPoint(SweepKind Kind, CutPoint At, bool IsProbe)
{
    /// <summary>Most trials of one point.</summary>
    public const int TriesAtMost = 6;

    private const string FaultId = "cut-1";

    /// <summary>The plan of a trial.</summary>
    /// <param name="repeat">Whether the cut happens on the first connection only, or on each one.</param>
    public FaultPlan PlanOf(FaultRepeat repeat) =>
        new() { Faults = [new Fault { Id = FaultId, At = At, Do = Kind.Do, Repeat = repeat }] };

    /// <summary>Whether it stands in a frame that only a probe has met: then it may turn out to be no point.</summary>
    public bool IsFound { get; init; }

    /// <summary>Trials so far in which the fault did not come up and nothing else was wrong.</summary>
    public int Misses { get; init; }

    /// <summary>Why it did not come up the first time; null if that has not happened.</summary>
    public string? FirstMiss { get; init; }

    /// <summary>Place in the frame or handshake, as plans write it.</summary>
    public string Position => At.Handshake?.ToString() ?? At.Position.ToString();

    public static SweepPoint InFrame(
        SweepKind kind, Direction direction, int frame, FramePosition position, bool isProbe = false) => new(
            kind,
            new CutPoint { Connection = 1, Direction = direction, Frame = frame, Position = position },
            isProbe);

    public static SweepPoint InHandshake(SweepKind kind, HandshakePosition position) =>
        new(kind, CutPoint.InHandshake(1, position), IsProbe: false);

    public override string ToString() => $"{Kind.Id} at {At}";
}
