using System.Text.Json;

namespace Rejoin.Faults.Plans;

/// <summary>The errors of one plan, up to a limit; the last one then says that there are more.</summary>
internal sealed class PlanErrors
{
    private const int Most = 100;
    private const int LongestPath = 200;
    private readonly List<PlanError> _told = [];

    /// <summary>The errors in the order in which they were found.</summary>
    public IReadOnlyList<PlanError> Told => _told;

    /// <summary>True when no further error is told.</summary>
    public bool Full => _told.Count > Most;

    /// <summary>Adds an error at a place of a document.</summary>
    public void Add(string path, JsonElement value, string allowed) =>
        Add(path, value.ValueKind == JsonValueKind.Undefined ? "" : Short(value.GetRawText(), 60), allowed);

    /// <summary>Adds an error.</summary>
    public void Add(string path, string value, string allowed)
    {
        if (_told.Count < Most)
        {
            _told.Add(new PlanError(Short(path, LongestPath), value, allowed));
        }
        else if (!Full)
        {
            _told.Add(new PlanError("$", "", $"more than {Most} errors; the others are not shown"));
        }
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 3)] + "...";
}
