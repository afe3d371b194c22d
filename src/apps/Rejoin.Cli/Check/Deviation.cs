using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What a judgement says that the recorded one does not, on standard error.</summary>
internal static class Deviation
{
    private const int LinesAtMost = 20;

    public static void Write(Terminal terminal, RunDocument run, bool quiet)
    {
        if (run.Rejudged is not { } rejudged)
        {
            return;
        }

        if (rejudged.Differences.Count == 0)
        {
            if (!quiet)
            {
                terminal.Error.WriteLine(
                    $"judged again: verdict, checks and objectives are those that {rejudged.Tool} recorded");
            }

            return;
        }

        terminal.Error.WriteLine("warning: this judgement is not the recorded one:");
        foreach (var each in rejudged.Differences.Take(LinesAtMost))
        {
            Line($"{each.What}: {each.Recorded} was recorded, {each.Now} now");
        }

        if (rejudged.Differences.Count > LinesAtMost)
        {
            Line($"and {rejudged.Differences.Count - LinesAtMost} more differences");
        }

        foreach (var reason in rejudged.Reasons)
        {
            Line($"why: {reason}");
        }

        void Line(string text) => terminal.Error.WriteLine($"  {ErrorMessage.Clean(text)}");
    }
}
