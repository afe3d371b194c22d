namespace Rejoin.Faults.Plans;

/// <summary>The words of a plan's enums.</summary>
internal static class PlanWords
{
    public static WordList<Direction> Directions { get; } = new();

    public static WordList<FaultKind> Kinds { get; } = new();

    public static WordList<DataOpcode> Opcodes { get; } = new();

    public static WordList<FaultRepeat> Repeats { get; } = new();
}
