using System.Text;
using System.Text.RegularExpressions;
using Rejoin.Checks;
using Rejoin.Reports;

namespace Rejoin.Cli.Tests.Explain;

/// <summary>The drawings of a page: golden histories with the lines marked that the check names, and what it
/// says.</summary>
internal static partial class DrawnHistory
{
    private const int Columns = 78;

    /// <summary>The page with every drawing as the code draws it now.</summary>
    public static string Redrawn(string markdown, string id) => Drawing().Replace(markdown, match =>
        $"<!-- drawing: {match.Groups["file"].Value} -->\n```text\n{Of(match.Groups["file"].Value, id)}\n```\n"
            + "<!-- /drawing -->");

    /// <summary>The histories that a page draws, such as <c>RJ101/fail-lose-acked.jsonl</c>.</summary>
    public static IReadOnlyList<string> Files(string markdown) =>
        [.. Drawing().Matches(markdown).Select(match => match.Groups["file"].Value)];

    private static string Of(string file, string id)
    {
        var path = Path.Combine([RunbookFolder.Histories, .. file.Split('/')]);
        var history = HistoryReader.ReadFile(path).History ?? throw new InvalidDataException($"{path} is no history.");
        var judgement = Judge.Trial(history, BuiltInContracts.Reference(), [id]).Judgements.Single();
        var marked = judgement.Findings.SelectMany(finding => finding.Evidence).ToHashSet();
        var name = CheckCatalogue.Find(id)!.Name;
        var said = judgement.Findings.Select(finding => $"{id} {name}: {finding.Message}")
            .Concat(judgement.Unknowns.Select(reason => $"{id} {name}, unknown: {reason}"));
        return string.Join('\n', HistoryDrawing.Of(history, marked).Append("").Concat(said.SelectMany(Broken)));
    }

    private static IEnumerable<string> Broken(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Columns)
            {
                yield return line.ToString();
                line.Clear().Append("  ");
            }

            line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    [GeneratedRegex(@"<!-- drawing: (?<file>\S+) -->\n.*?<!-- /drawing -->", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
