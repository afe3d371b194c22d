using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The last line: the verdict in a sentence, where everything is, and the seed.</summary>
internal static class VerdictLine
{
    public static void Write(ReportWriter writer, RunDocument run, string? folder)
    {
        var sabotage = run.Sabotage is null ? "" : $", sabotage {run.Sabotage}";
        var place = folder is null ? "Seed" : $"Run folder {folder}, seed";
        writer.Line(
            VerdictSentence.Label(run) + ":",
            VerdictWord.Of(run.Verdict).Colour,
            $"{VerdictSentence.Of(run)} {place} {run.Seed}{sabotage}, "
                + $"{Quantity.Seconds(run.DurationMs)}.",
            indent: 2);
    }
}
