using System.Text;

namespace Rejoin.Checks.Tests;

/// <summary>Examples in the reference pages are real.</summary>
public sealed class PageTests
{
    [Fact]
    public void The_contract_on_the_page_is_the_built_in_one() =>
        Assert.Equal(BuiltInContracts.ReferenceText(), Block("contract.md", "yaml"));

    [Fact]
    public void The_history_on_the_page_is_valid() => Assert.Empty(
        HistoryReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Block("history.md", "jsonl"))),
            "history.md").Errors);

    private static string Block(string page, string language)
    {
        var text = File.ReadAllText(Repository.Path("docs", "reference", page));
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
