using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rejoin.Protocol.Tests.Vectors;

/// <summary>The files of <c>vectors/protocol</c>.</summary>
internal static class VectorFiles
{
    public static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", name)))!;

    /// <summary>The vectors of every message of one sender: <c>client</c> or <c>server</c>.</summary>
    public static IEnumerable<Vector> Of(string sender) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "vectors"), $"{sender}-*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["vectors"]!.AsArray()
                .Select(v => Vector.From(Path.GetFileNameWithoutExtension(file)[(sender.Length + 1)..], v!)));

    public static string Pretty(JsonNode node) =>
        node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
