using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>What one repeated trial did: the faults that fired or did not, and, if nobody is accused, what that
/// means.</summary>
internal static class RepeatSection
{
    private const int At = 2;

    public static void Write(ReportWriter writer, RunDocument run, IReadOnlyList<string> faults)
    {
        writer.EmptyLine();
        writer.Title($"Repeat of trial {run.Trial}", Color.Grey);
        foreach (var fault in faults)
        {
            writer.Text(fault, At);
        }

        if (faults.Count == 0)
        {
            writer.Text("no fault fired", At);
        }

        if (run.Findings.Count == 0)
        {
            writer.Text(
                "Nothing was accused. If a check was when this trial ran first, it is not reproduced in this repeat: "
                + "the repeat took another path. The seed decides conversation and cuts, not the order of things "
                + "that happen at once.", At);
        }
    }
}
