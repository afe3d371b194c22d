using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>Findings as lines of text: what happened, the evidence, where to look, the command that repeats
/// it.</summary>
internal static class JUnitFindingText
{
    private const int FindingsAtMost = 5;
    private const int LineCharactersAtMost = 1_000;

    public static string Of(IReadOnlyList<FindingDocument> findings, int count)
    {
        var lines = new List<string>();
        foreach (var finding in findings.Take(FindingsAtMost))
        {
            lines.Add((finding.Trial is { } trial ? $"trial {trial}: " : "") + finding.Message);
            Add("evidence", EvidenceLines.Of(finding.Evidence));
            Add("hint", finding.Hint);
            Add("repeat", finding.Replay);
        }

        if (count > FindingsAtMost)
        {
            lines.Add($"{count - Math.Min(findings.Count, FindingsAtMost)} more: see run.json");
        }

        return "\n" + string.Join('\n', lines.Select(line => Shortened.Of(OneLine(line), LineCharactersAtMost))) + "\n";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add($"  {name}: {value}");
            }
        }
    }

    private static string OneLine(string text) => VisibleText.Of(text);
}
