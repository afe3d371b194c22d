namespace Rejoin.Cli;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
    private const int ClosestDistance = 3;

    /// <summary>The known word that is nearest to one of those given; null if none is near.</summary>
    public static string? To(IEnumerable<string> given, IReadOnlyCollection<string> known) => given
        .SelectMany(word => known.Select(name => (Name: name, Distance: Distance(word, name))))
        .Where(candidate => candidate.Distance <= Math.Min(ClosestDistance, candidate.Name.Length / 2))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>A question before a hint: <c>Did you mean 'history'? </c>; empty if nothing is near.</summary>
    public static string Question(IEnumerable<string> given, IReadOnlyCollection<string> known) =>
        To(given, known) is { } meant ? $"Did you mean '{meant}'? " : string.Empty;

    /// <summary>Single-character edits and swaps of neighbours between two words (optimal string
    /// alignment).</summary>
    private static int Distance(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1),
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[from.Length, to.Length];
    }
}
