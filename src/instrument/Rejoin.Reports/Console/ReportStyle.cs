namespace Rejoin.Reports;

/// <summary>How a report looks on its way out.</summary>
/// <param name="Width">Columns at which sentences are broken; commands and paths never are. Range 40 and up.</param>
/// <param name="Colour">Whether colours are written as ANSI sequences.</param>
public sealed record ReportStyle(int Width, bool Colour)
{
    /// <summary>Smallest width; anything below is raised to it.</summary>
    public const int NarrowestWidth = 40;

    /// <summary>A style for files and pipes: 100 columns, no colour.</summary>
    public static ReportStyle Plain { get; } = new(100, Colour: false);
}
