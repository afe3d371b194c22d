namespace Rejoin.Cli;

/// <summary>The reader of a page: front matter, title, first action, sections.</summary>
internal static class RunbookReader
{
    private const string Mark = "---";
    private const string Section = "## ";
    private const string FirstAction = "**First action**";

    /// <summary>The page in a text.</summary>
    /// <param name="markdown">Text of the page.</param>
    /// <param name="name">Name for errors.</param>
    /// <exception cref="InvalidDataException">A part is missing; the message says which and where.</exception>
    public static Runbook Read(string markdown, string name)
    {
        var lines = markdown.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var end = Array.IndexOf(lines, Mark, 1);
        if (lines[0] != Mark || end < 0)
        {
            throw new InvalidDataException($"{name}:1: the page begins with front matter between two lines '{Mark}'.");
        }

        var fields = Fields(lines[1..end], name);
        var body = lines[(end + 1)..];
        return new Runbook
        {
            Id = One(fields, "id", name),
            Title = One(fields, "title", name),
            Severity = One(fields, "severity", name),
            Property = One(fields, "property", name),
            Scenarios = All(fields, "scenarios", name),
            Planted = All(fields, "planted", name),
            Rehearsed = All(fields, "rehearsed", name),
            FirstAction = First(body, name),
            Sections = Sections(body),
            Markdown = string.Join('\n', lines) + "\n",
            Body = string.Join('\n', body),
        };
    }

    /// <summary>The little YAML that these pages use: a value on the line of its key, or a list below it.</summary>
    private static Dictionary<string, List<string>> Fields(string[] lines, string name)
    {
        var fields = new Dictionary<string, List<string>>();
        var values = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("  - ", StringComparison.Ordinal))
            {
                values.Add(line[4..].Trim());
            }
            else if (colon > 0 && line[0] != ' ' && fields.TryAdd(line[..colon], values = []))
            {
                values.AddRange(line[(colon + 1)..].Trim() is { Length: > 0 } value ? [value] : []);
            }
            else
            {
                throw new InvalidDataException($"{name}:{at + 2}: '{line}' is no field of its own.");
            }
        }

        return fields;
    }

    private static string One(Dictionary<string, List<string>> fields, string field, string name) =>
        All(fields, field, name) is [var value]
            ? value
            : throw new InvalidDataException($"{name}:1: the front matter has several values of '{field}'.");

    private static List<string> All(Dictionary<string, List<string>> fields, string field, string name) =>
        fields.TryGetValue(field, out var values) && values.Count > 0
            ? values
            : throw new InvalidDataException($"{name}:1: the front matter has no '{field}'.");

    private static string First(string[] body, string name)
    {
        var at = Array.FindIndex(body, line => line.StartsWith(FirstAction, StringComparison.Ordinal));
        return at < 0
            ? throw new InvalidDataException($"{name}:1: no paragraph begins with '{FirstAction}'.")
            : string.Join('\n', body.Skip(at).TakeWhile(line => line.Length > 0));
    }

    private static List<RunbookSection> Sections(string[] body)
    {
        var sections = new List<RunbookSection>();
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at].StartsWith(Section, StringComparison.Ordinal))
            {
                var text = body.Skip(at + 1).TakeWhile(line => !line.StartsWith(Section, StringComparison.Ordinal));
                sections.Add(new(body[at][Section.Length..], string.Join('\n', text).Trim('\n')));
            }
        }

        return sections;
    }
}
