namespace Rejoin.Checks;

/// <summary>One thing that is wrong with a history.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, 1-based; 0 if the file could not be read at all.</param>
/// <param name="Problem">What is wrong and, where it helps, what to do: one sentence without its full stop.</param>
public sealed record HistoryError(string File, long Line, string Problem)
{
    /// <summary>One line: <c>file:line: problem</c>; without the line if the file could not be read at all.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Problem}" : $"{File}:{Line}: {Problem}";
}
