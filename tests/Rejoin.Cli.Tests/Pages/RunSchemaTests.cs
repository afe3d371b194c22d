using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rejoin.Cli.Tests.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Pages;

/// <summary>The published schema of run.json is what runs write.</summary>
public sealed class RunSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(Text("run.schema.json")).RootElement;
    private static readonly SchemaRules Rules = new(Schema);

    public static TheoryData<string, string> Objects => new()
    {
        { "", nameof(RunDocument) },
        { "target", nameof(TargetDocument) },
        { "environment", nameof(EnvironmentDocument) },
        { "scenario", nameof(ScenarioDocument) },
        { "check", nameof(CheckDocument) },
        { "objective", nameof(ObjectiveDocument) },
        { "estimate", nameof(EstimateDocument) },
        { "finding", nameof(FindingDocument) },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_has_exactly_the_properties_that_are_written(string definition, string type)
    {
        var rule = definition.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(definition);
        var info = RunJson.Default.GetTypeInfo(typeof(RunDocument).Assembly.GetType($"Rejoin.Runner.{type}")!)!;
        Assert.Equal(
            info.Properties.Select(property => property.Name).Order(StringComparer.Ordinal),
            rule.GetProperty("properties").EnumerateObject().Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.False(rule.GetProperty("additionalProperties").GetBoolean());

        // What can be null is left out when it is, everything else is always there.
        Assert.Equal(
            info.Properties.Where(property => !CanBeAbsent(property)).Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            rule.GetProperty("required").EnumerateArray().Select(each => each.GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Documents_made_by_hand_keep_the_schema()
    {
        foreach (var run in new[]
        {
            SampleRuns.Passing(), SampleRuns.Failing(), SampleRuns.Missed(), SampleRuns.Unknown(),
            SampleRuns.Interrupted(), SampleRuns.Hostile(),
        })
        {
            Assert.Empty(Rules.Problems(JsonSerializer.SerializeToElement(run, RunJson.Default.RunDocument)));
        }
    }

    [Theory]
    [InlineData("run", "--scenario", "history", "--rounds", "1", "--trials", "3", "--json")]
    [InlineData("run", "--scenario", "history", "--rounds", "1", "--trials", "4", "--sabotage", "lose-acked", "--json")]
    public async Task Documents_of_runs_keep_the_schema(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var result = await Tool.RunAsync(arguments, folder.Path);
        Assert.Empty(Rules.Problems(JsonDocument.Parse(result.Output).RootElement));
    }

    [Fact]
    public void The_rules_find_what_is_wrong()
    {
        var wrong = JsonSerializer.SerializeToNode(SampleRuns.Passing(), RunJson.Default.RunDocument)!.AsObject();
        wrong.Remove("seed");
        wrong["verdict"] = "green";
        wrong["extra"] = 1;
        wrong["scenarios"]![0]!["trials"] = -1;
        Assert.Equal(
            ["$ has 'extra', which the schema does not", "$ has no 'seed'"],
            Rules.Problems(JsonSerializer.SerializeToElement(wrong))
                .Where(problem => problem.StartsWith("$ ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(4, Rules.Problems(JsonSerializer.SerializeToElement(wrong)).Count);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_page_names_every_property(string definition, string type)
    {
        var rule = definition.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(definition);
        var page = Text("run-folder.md");
        Assert.All(
            rule.GetProperty("properties").EnumerateObject(),
            each => Assert.True(page.Contains($"`{each.Name}`", StringComparison.Ordinal), $"{type}.{each.Name}"));
    }

    private static bool CanBeAbsent(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && property.IsGetNullable);

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", name));
}
