using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>One point of a sweep: where and how the first connection is cut.</summary>
/// <param name="Kind">Kind of cut.</param>
/// <param name="Direction">Direction that is followed.</param>
/// <param name="Frame">Ordinal of the data frame, 1-based.</param>
/// <param name="Position">Place in the frame.</param>
/// <param name="IsProbe">Whether nothing is expected there: it shows where the conversation ends.</param>
internal sealed record SweepPoint(
    SweepKind Kind, Direction Direction, int Frame, FramePosition Position, bool IsProbe)
{
    public const string FaultId = "cut-1";

    public FaultPlan Plan => new()
    {
        Faults =
        [
            new Fault
            {
                Id = FaultId,
                At = new CutPoint { Connection = 1, Direction = Direction, Frame = Frame, Position = Position },
                Do = Kind.Do,
            },
        ],
    };

    public override string ToString() => $"{Kind.Id} at {Plan.Faults[0].At}";
}
