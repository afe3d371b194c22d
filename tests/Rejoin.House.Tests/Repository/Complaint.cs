namespace Rejoin.House.Tests;

/// <summary>One place that breaks a rule of the house.</summary>
/// <param name="Path">Path from the root.</param>
/// <param name="Line">1-based line; 1 if the whole file is meant.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Use">What to do instead, as it follows the word "use".</param>
internal sealed record Complaint(string Path, int Line, string What, string Use)
{
    /// <summary>Lines that editors and build servers can follow: <c>file:line: error: what, use Y</c>.</summary>
    public override string ToString() => $"{Path}:{Line}: error: {What}, use {Use}";

    /// <summary>Fails with one line per complaint; passes if there is none.</summary>
    public static void AssertNone(IEnumerable<Complaint> complaints)
    {
        var lines = complaints.Select(complaint => complaint.ToString()).ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }
}
