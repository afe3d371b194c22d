using Rejoin.Checks;

namespace Rejoin.Cli.Tests.Explain;

/// <summary>The drawings are what the code draws. With REJOIN_WRITE_DOCS=1 they are written anew.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string> Ids => [.. CheckCatalogue.All.Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_drawing_of_a_page_is_what_the_code_draws(string id)
    {
        var path = RunbookFolder.PathOf(id);
        RunbookFolder.Compare(path, DrawnHistory.Redrawn(File.ReadAllText(path).ReplaceLineEndings("\n"), id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_draws_a_history_of_its_own_check_that_does_not_pass(string id)
    {
        var folder = Path.Combine(RunbookFolder.Histories, id);
        var drawn = DrawnHistory.Files(File.ReadAllText(RunbookFolder.PathOf(id)).ReplaceLineEndings("\n"));
        Assert.Equal(Directory.Exists(folder), drawn.Count > 0);
        Assert.All(drawn, file => Assert.StartsWith($"{id}/", file, StringComparison.Ordinal));
        Assert.All(drawn, file => Assert.DoesNotContain("/pass-", file, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_drawing_fits_into_80_columns_and_marks_the_evidence(string id)
    {
        var section = RunbookCatalogue.Read(id).Sections.Single(each => each.Heading == "Smallest failing history");
        if (DrawnHistory.Files(section.Text).Count == 0)
        {
            return;
        }

        var lines = section.Text.Split('\n');
        Assert.DoesNotContain(lines, line => line.Length > 80 && !line.StartsWith("<!--", StringComparison.Ordinal));
        Assert.Equal(CheckCatalogue.Find(id)!.Severity == CheckSeverity.Fail, lines.Any(line => line.StartsWith('>')));
    }
}
