namespace Rejoin.Reports;

/// <summary>One row of a drawing.</summary>
/// <param name="Kind">What is drawn.</param>
/// <param name="First">First line of the history that it stands for; 0 = none.</param>
/// <param name="Last">Last such line.</param>
/// <param name="Where">Session and connection.</param>
/// <param name="Text">Words on the row.</param>
internal sealed record DrawnRow(DrawnKind Kind, long First, long Last, string Where, string Text)
{
    /// <summary>Whether it is an event that was handed over.</summary>
    public bool IsEvent { get; init; }

    /// <summary>The lines in words: <c>2-3</c>.</summary>
    public string Number => First == 0 ? "" : First == Last ? $"{First}" : $"{First}-{Last}";
}
