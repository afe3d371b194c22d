using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>The form of the runbooks: a page for every check of the reference page, the same parts in each.</summary>
internal static partial class RunbookScan
{
    private const string Folder = "docs/runbooks";
    private const string ChecksPage = "docs/reference/checks.md";
    private const int FirstActionWithin = 4;
    private const int ConfirmSteps = 3;

    private static readonly string[] Required =
    [
        "Signal", "Meaning", "Smallest failing history", "Likely causes", "Confirm", "Not this if", "Mitigate now",
        "Fix", "Verify", "Prevent", "Related",
    ];

    private static readonly string[] Optional = ["Tell", "Evidence to keep", "Escalate"];

    /// <summary>Everything that is otherwise than the form of a page.</summary>
    public static IReadOnlyList<Complaint> Run(IReadOnlyList<SourceFile> files)
    {
        var checks = files.Single(file => file.Path == ChecksPage);
        var ids = Heading().Matches(checks.Text).Select(match => match.Groups["id"].Value).ToHashSet();
        var pages = files.Where(file => file.IsUnder(Folder) && !file.Path.EndsWith("README.md",
            StringComparison.Ordinal)).ToList();
        var names = pages.Select(page => Path.GetFileNameWithoutExtension(page.Path)).ToHashSet();
        return
        [
            .. ids.Where(id => !names.Contains(id)).Select(id => new Complaint(
                $"{Folder}/{id}.md", 1, $"'{id}' has no page", "a page in the form of the others")),
            .. pages.Where(page => !ids.Contains(Path.GetFileNameWithoutExtension(page.Path))).Select(
                page => new Complaint(page.Path, 1, $"{ChecksPage} has no such check", "the id of a check")),
            .. pages.SelectMany(page => Parts(page).Concat(Start(page)).Concat(Mentions(page, ids))),
            .. files.Where(file => file.IsUnder(Folder)).SelectMany(page => Promises(page)),
        ];
    }

    private static IEnumerable<Complaint> Parts(SourceFile page)
    {
        var found = page.Lines.Index().Where(line => line.Item.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => (Name: line.Item[3..], Line: line.Index + 1)).ToList();
        var names = found.Select(part => part.Name).ToList();
        foreach (var name in Required.Where(name => !names.Contains(name)))
        {
            yield return new(page.Path, 1, $"no part '{name}'", $"a heading '## {name}'");
        }

        foreach (var (name, line) in found.Where(part => !Required.Concat(Optional).Contains(part.Name)))
        {
            yield return new(page.Path, line, $"part '{name}'", "the parts of the other pages");
        }

        if (!names.Where(Required.Contains).SequenceEqual(Required))
        {
            yield return new(page.Path, 1, "the parts stand in another order", string.Join(", ", Required));
        }

        var confirm = names.Contains("Confirm") ? Part(page, "Confirm") : [];
        if (confirm.Count(line => Step().IsMatch(line)) is 0 or > ConfirmSteps)
        {
            yield return new(page.Path, 1, "Confirm has no step or too many", "one to three numbered steps");
        }
    }

    /// <summary>Whoever is woken reads the first lines only.</summary>
    private static IEnumerable<Complaint> Start(SourceFile page)
    {
        var title = page.Lines.ToList().FindIndex(line => line.StartsWith("# ", StringComparison.Ordinal));
        var first = page.Lines.ToList().FindIndex(
            line => line.StartsWith("**First action** (", StringComparison.Ordinal));
        if (title < 0 || first < 0 || first - title > FirstActionWithin)
        {
            yield return new(page.Path, Math.Max(title, 0) + 1, "no first action below the title",
                "'**First action** (minutes, reversible): …'");
            yield break;
        }

        var paragraph = string.Join(' ', page.Lines.Skip(first).TakeWhile(line => line.Length > 0));
        if (!Minutes().IsMatch(paragraph) || !paragraph.Contains("Risk:", StringComparison.Ordinal))
        {
            yield return new(page.Path, first + 1, "the first action tells no time up to 5 min or no risk",
                "'(2 min, reversible): … Risk: …'");
        }
    }

    private static IEnumerable<Complaint> Mentions(SourceFile page, HashSet<string> ids) =>
        from line in page.Lines.Index()
        from match in Id().Matches(line.Item)
        where !ids.Contains(match.Value)
        select new Complaint(page.Path, line.Index + 1, $"there is no '{match.Value}'", "an id that exists");

    /// <summary>What the run itself says is never held against a service.</summary>
    private static IEnumerable<Complaint> Promises(SourceFile page) =>
        Path.GetFileName(page.Path).StartsWith("RJ9", StringComparison.Ordinal)
        && page.Lines.All(line => !line.Contains("never accuses", StringComparison.Ordinal))
            ? [new Complaint(page.Path, 1, "it does not say that it never accuses the service", "that sentence")]
            : [];

    private static IEnumerable<string> Part(SourceFile page, string name) =>
        page.Lines.SkipWhile(line => line != $"## {name}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));

    [GeneratedRegex(@"^### (?<id>RJ\d{3}) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex Step();

    [GeneratedRegex(@"RJ\d{3}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\*\*First action\*\* \([1-5] min, reversible\): ")]
    private static partial Regex Minutes();
}
