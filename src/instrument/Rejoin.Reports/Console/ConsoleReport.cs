using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The summary of a run that a person reads in ten seconds.</summary>
/// <remarks>Order: scenarios, findings with evidence and the command that repeats them, the faults of a repeated trial,
/// what is unknown and why, what was not judged and why, and the verdict as the last line. Texts only: no file is read,
/// no clock is asked.</remarks>
public static class ConsoleReport
{
    /// <summary>Writes the whole summary.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="run">Run.</param>
    /// <param name="folder">Name of the run folder, as it is to be shown; null = there is none.</param>
    /// <param name="style">Width and colour.</param>
    /// <param name="faults">Faults of the one trial that was repeated, in words, one a line; null = it was no
    /// repeat.</param>
    public static void Write(
        TextWriter output, RunDocument run, string? folder, ReportStyle style, IReadOnlyList<string>? faults = null)
    {
        var writer = new ReportWriter(output, style);
        ScenarioTable.Write(writer, run.Scenarios);
        FindingSection.Write(writer, run);
        if (faults is not null)
        {
            RepeatSection.Write(writer, run, faults);
        }

        DoubtSection.Write(writer, run);
        writer.EmptyLine();
        VerdictLine.Write(writer, run, folder);
    }

    /// <summary>Writes the last line of the summary only.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="run">Run.</param>
    /// <param name="folder">Name of the run folder, as it is to be shown; null = there is none.</param>
    /// <param name="style">Width and colour.</param>
    public static void WriteVerdict(TextWriter output, RunDocument run, string? folder, ReportStyle style) =>
        VerdictLine.Write(new ReportWriter(output, style), run, folder);
}
