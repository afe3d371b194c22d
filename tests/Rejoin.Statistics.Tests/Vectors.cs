using System.Text.Json;

namespace Rejoin.Statistics.Tests;

/// <summary>Known answers of <c>vectors/statistics/</c>.</summary>
public static class Vectors
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<T> Cases<T>(string file)
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "vectors", "statistics", file);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("cases").Deserialize<List<T>>(Web)!;
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Rejoin.slnx"))
        ? folder
        : Root(Directory.GetParent(folder)?.FullName
            ?? throw new DirectoryNotFoundException("No folder above holds Rejoin.slnx."));
}
