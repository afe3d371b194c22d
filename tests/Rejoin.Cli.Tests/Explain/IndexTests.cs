using System.Text;
using Rejoin.Checks;

namespace Rejoin.Cli.Tests.Explain;

/// <summary>The table of the index is made from the pages. With REJOIN_WRITE_DOCS=1 it is written anew.</summary>
public sealed class IndexTests
{
    private const string Start = "<!-- pages -->\n";
    private const string End = "<!-- /pages -->\n";

    [Fact]
    public void The_index_lists_every_page()
    {
        var file = Path.Combine(RunbookFolder.FullPath, "README.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{file} has no '{Start.Trim()}' before '{End.Trim()}'.");
        RunbookFolder.Compare(file, text[..(from + Start.Length)] + Table() + text[to..]);
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var family in RunbookFolder.Pages().GroupBy(page => CheckCatalogue.Find(page.Id)!.Family))
        {
            var digit = family.First().Id[..3];
            table.Append($"\n### {digit}xx {family.Key.ToString().ToLowerInvariant()}\n\n");
            table.Append("| id | failure | severity | scenarios | planted bug | rehearsed |\n");
            table.Append("|---|---|---|---|---|---|\n");
            foreach (var page in family)
            {
                var bugs = page.Planted is ["none"] ? "–" : string.Join(", ", page.Planted.Select(bug => $"`{bug}`"));
                var dates = page.Rehearsed.Select(each => char.IsAsciiDigit(each[0]) ? each[..10] : "–").Distinct();
                table.Append($"| [{page.Id}]({page.Id}.md) | {page.Title} | {page.Severity} "
                    + $"| {string.Join(", ", page.Scenarios)} | {bugs} | {string.Join(", ", dates)} |\n");
            }
        }

        return table.Append('\n').ToString();
    }
}
