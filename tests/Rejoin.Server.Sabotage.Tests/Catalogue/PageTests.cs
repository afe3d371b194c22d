namespace Rejoin.Server.Sabotage.Tests;

/// <summary>The table of docs/reference/sabotage.md against the catalogue.</summary>
public sealed class PageTests
{
    [Fact]
    public void The_page_lists_every_bug_as_the_catalogue_has_it()
    {
        var rows = File.ReadLines(Page())
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));
        Assert.Equal(
            SabotageCatalogue.All.Select(bug =>
                $"`{bug.Id}` {bug.Wrong} {bug.Defence} {bug.Check} `{bug.Scenario}` {bug.Exit}"),
            rows.Select(cells => string.Join(' ', cells)));
    }

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rejoin.slnx")))
        {
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("Rejoin.slnx is in no folder above the test.");
        }

        return Path.Combine(folder.FullName, "docs", "reference", "sabotage.md");
    }
}
