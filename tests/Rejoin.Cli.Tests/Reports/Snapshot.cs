namespace Rejoin.Cli.Tests.Reports;

/// <summary>Comparison of a text with a committed file.</summary>
internal static class Snapshot
{
    /// <summary>Fails with both texts if they differ; the new one is left beside the copy of the old one.</summary>
    public static void Matches(string name, string text)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Reports", "Expected");
        var expected = Path.Combine(folder, name + ".txt");
        var received = Path.Combine(folder, name + ".received");
        if (File.Exists(expected) && File.ReadAllText(expected) == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"'{name}' is not as expected. Received ('{received}'):\n{text}");
    }
}
