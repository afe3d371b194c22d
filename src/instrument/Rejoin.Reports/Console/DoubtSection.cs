using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>What was not carried out to its end, what could not be judged although it was promised, and what was not
/// promised, each with its reason; equal reasons share a line.</summary>
internal static class DoubtSection
{
    private const int At = 2;

    public static void Write(ReportWriter writer, RunDocument run)
    {
        Part(writer, "Unknown", Color.Yellow, [.. Doubts.Unknown(run).Select(Line)]);
        Part(writer, "Not judged", Color.Grey, [.. Doubts.NotJudged(run).Select(Line)]);
        Part(writer, "Notes", Color.Grey, run.Target.Notes);
    }

    private static string Line(Doubt doubt) => $"{doubt.What}: {doubt.Reason}";

    private static void Part(ReportWriter writer, string title, Color colour, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.EmptyLine();
        writer.Title(title, colour);
        foreach (var line in lines)
        {
            writer.Text(line, At);
        }
    }
}
