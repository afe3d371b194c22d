using System.Text.Json;

namespace Rejoin.Cli.Tests.Pages;

/// <summary>The published schema of run.json.</summary>
internal static class RunSchema
{
    private static readonly SchemaRules Rules = new(JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Pages", "run.schema.json"))).RootElement);

    /// <summary>Everything that is wrong with a document, with its place.</summary>
    public static IReadOnlyList<string> Problems(string document) =>
        Rules.Problems(JsonDocument.Parse(document).RootElement);
}
