using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>The table "project | may reference" of ARCHITECTURE.md.</summary>
/// <remarks>Names stand in backticks, without the product's prefix. A cell without names is "nothing of ours" or
/// "anything".</remarks>
internal sealed partial class ReferenceTable
{
    /// <summary>The page that holds the table.</summary>
    public const string PagePath = "ARCHITECTURE.md";

    private readonly Dictionary<string, IReadOnlySet<string>?> allowed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private ReferenceTable()
    {
    }

    /// <summary>Projects of the table with the line of each.</summary>
    public IReadOnlyDictionary<string, int> Lines => lines;

    /// <summary>Reads the table; throws when the page or the table is missing or a row cannot be read.</summary>
    public static ReferenceTable Read(SourceFile page)
    {
        var table = new ReferenceTable();
        var header = page.Lines.ToList().FindIndex(line => Header().IsMatch(line));
        if (header < 0)
        {
            throw new InvalidDataException($"{PagePath}:1: error: no table '| project | may reference |'");
        }

        for (var i = header + 2; i < page.Lines.Count && page.Lines[i].StartsWith('|'); i++)
        {
            table.Add(page.Lines[i], i + 1);
        }

        return table;
    }

    /// <summary>Whether the table lets one project reference another.</summary>
    public bool Allows(string project, string other) =>
        allowed.TryGetValue(project, out var others) && (others is null || others.Contains(other));

    private void Add(string row, int line)
    {
        var cells = row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var projects = Names(cells[0]);
        var others = Names(cells.ElementAtOrDefault(1) ?? "");
        var words = cells.ElementAtOrDefault(1) ?? "";
        if (projects.Count == 0 || (others.Count == 0 && words is not ("nothing of ours" or "anything")))
        {
            throw new InvalidDataException($"{PagePath}:{line}: error: a row that names no projects in backticks");
        }

        foreach (var project in projects)
        {
            allowed.Add(project, words == "anything" ? null : others);
            lines.Add(project, line);
        }
    }

    private static HashSet<string> Names(string cell) =>
        [.. Name().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\|\s*project\s*\|\s*may reference\s*\|")]
    private static partial Regex Header();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
