using System.Globalization;
using System.Text;

namespace Rejoin.Reports;

/// <summary>A place in the report that a link can lead to; made of letters, digits and hyphens only.</summary>
internal readonly record struct Anchor
{
    private Anchor(string id) => Id = id;

    public string Id { get; }

    public static Anchor Findings { get; } = new("findings");

    public static Anchor Checks { get; } = new("checks");

    public static Anchor Evidence { get; } = new("evidence");

    public static Anchor Objectives { get; } = new("objectives");

    public static Anchor Recovery { get; } = new("recovery");

    public static Anchor Coverage { get; } = new("coverage");

    public static Anchor Doubts { get; } = new("not-judged");

    public static Anchor Environment { get; } = new("environment");

    public static Anchor Limits { get; } = new("limits");

    public static Anchor Finding(int number) => new(string.Create(CultureInfo.InvariantCulture, $"finding-{number}"));

    public static Anchor Check(string id) => new("check-" + Safe(id));

    public static Anchor Symbol(string name) => new("mark-" + Safe(name));

    /// <summary>The heading of a place.</summary>
    public Anchor Title => new(Id + "-title");

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            safe.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        }

        return safe.ToString();
    }
}
