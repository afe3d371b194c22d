using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Rejoin.Cli.Tests.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Pages;

/// <summary>The published schema of run.json is what runs write.</summary>
public sealed class RunSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(Text("run.schema.json")).RootElement;

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
        { "distribution", nameof(DistributionDocument) },
        { "rejudged", nameof(RejudgedDocument) },
        { "difference", nameof(DifferenceDocument) },
        { "sweep", nameof(SweepDocument) },
        { "sweepFrame", nameof(SweepFrame) },
        { "sweepCoverage", nameof(SweepCoverage) },
        { "sweepMiss", nameof(SweepMiss) },
        { "sweepCell", nameof(SweepCell) },
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
    public void Every_definition_is_used() => Assert.All(
        Schema.GetProperty("$defs").EnumerateObject(),
        each => Assert.Contains($"\"#/$defs/{each.Name}\"", Text("run.schema.json"), StringComparison.Ordinal));

    [Fact]
    public void Documents_made_by_hand_keep_the_schema()
    {
        foreach (var run in new[]
        {
            SampleRuns.Passing(), SampleRuns.Failing(), SampleRuns.Missed(), SampleRuns.Unknown(),
            SampleRuns.Repeated(),
            SampleRuns.Interrupted(), SampleRuns.Hostile(), SampleRuns.Gone(), FiveScenarioRuns.Passing(),
            FiveScenarioRuns.Failing(), FiveScenarioRuns.Missed(), FiveScenarioRuns.Unknown(),
        })
        {
            Assert.Empty(RunSchema.Problems(RunFolder.Text(run)));
        }
    }

    // Runs and judgements are validated wherever a test makes one: see EmittedFiles.
    [Theory]
    [InlineData("$.verdict", "\"green\"")]
    [InlineData("$.extra", "1")]
    [InlineData("$.seed", null)]
    [InlineData("$.scenarios[0].trials", "-1")]
    [InlineData("$.scenarios[0].checks[0].verdict", "null")]
    [InlineData("$.scenarios[0].checks[0].id", "\"101\"")]
    [InlineData("$.scenarios[0].objectives[0].limit", "\"high\"")]
    [InlineData("$.scenarios[0].objectives[0].extra", "1")]
    [InlineData("$.scenarios[0].estimates[0].unit", null)]
    [InlineData("$.findings[0].evidence", "\"one\"")]
    [InlineData("$.findings[0].extra", "{}")]
    [InlineData("$.target.notes", null)]
    [InlineData("$.started", "\"yesterday\"")]
    public void What_is_wrong_is_found(string place, string? value)
    {
        var run = JsonNode.Parse(RunFolder.Text(SampleRuns.Failing()))!;
        var names = place[2..].Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        var at = names[..^1].Aggregate(run, (node, name) => name == "0" ? node[0]! : node[name]!).AsObject();
        at.Remove(names[^1]);
        if (value is not null)
        {
            at[names[^1]] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(RunSchema.Problems(run.ToJsonString()));
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
