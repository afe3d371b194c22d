using System.Text.Json;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Plans;

/// <summary>The plans of vectors/plans against the reader and against the published schema.</summary>
public sealed class PlanVectorTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(
        File.ReadAllText(Repository.Path("docs", "reference", "plan.schema.json"))).RootElement;

    private static readonly SchemaRules Rules = new(Schema);

    public static TheoryData<string> Valid => [.. Names("valid")];

    public static TheoryData<string> Invalid => [.. Names("invalid")];

    public static TheoryData<string> BeyondSchema => [.. Names("beyond-schema")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_plan_is_read_and_survives_being_written(string name)
    {
        var plan = FaultPlan.FromUtf8(File.ReadAllBytes(PathOf("valid", name)));
        Assert.Empty(plan.Validate());
        var again = FaultPlan.FromJson(plan.ToJson());
        Assert.Equal(plan.Faults, again.Faults);
        Assert.Equal(plan.ToJson(), again.ToJson());
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_plan_keeps_the_published_schema_as_it_is_and_as_it_is_written(string name)
    {
        var text = File.ReadAllText(PathOf("valid", name));
        Assert.True(Rules.Holds(JsonDocument.Parse(text).RootElement));
        Assert.True(Rules.Holds(JsonDocument.Parse(FaultPlan.FromJson(text).ToJson()).RootElement));
    }

    /// <summary>With REJOIN_WRITE_VECTORS=1 the errors are written anew.</summary>
    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_plan_gives_all_its_errors_at_once(string name) => AssertErrors("invalid", name);

    /// <summary>With REJOIN_WRITE_VECTORS=1 the errors are written anew.</summary>
    [Theory]
    [MemberData(nameof(BeyondSchema))]
    public void A_plan_that_breaks_a_rule_beyond_the_schema_gives_its_errors(string name)
    {
        AssertErrors("beyond-schema", name);
        Assert.True(Rules.Holds(JsonDocument.Parse(File.ReadAllText(PathOf("beyond-schema", name))).RootElement));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_plan_breaks_the_published_schema_with_each_of_its_faults(string name)
    {
        JsonElement plan;
        try
        {
            plan = JsonDocument.Parse(File.ReadAllText(PathOf("invalid", name))).RootElement;
        }
        catch (JsonException)
        {
            return; // no JSON, so no plan for the schema either
        }

        Assert.False(Rules.Holds(plan));
        if (plan.ValueKind == JsonValueKind.Object && plan.TryGetProperty("schema", out var schema)
            && schema.ValueEquals(FaultPlan.SchemaName) && plan.TryGetProperty("faults", out var faults)
            && faults.ValueKind == JsonValueKind.Array)
        {
            Assert.All(faults.EnumerateArray(), fault => Assert.False(Rules.Holds(Alone(fault)), fault.ToString()));
        }
    }

    [Fact]
    public void A_plan_of_a_newer_schema_is_one_clear_error()
    {
        var error = Assert.Throws<FaultPlanException>(
            () => FaultPlan.FromUtf8(File.ReadAllBytes(PathOf("invalid", "newer"))));
        Assert.Equal("$.schema: \"rejoin.plan/2\" is not allowed; this tool reads \"rejoin.plan/1\": " +
            "the plan is of a newer version, update the tool", Assert.Single(error.Errors).ToString());
    }

    [Fact]
    public void The_schema_names_every_word_of_the_enums()
    {
        var text = Schema.GetRawText();
        Assert.All(
            (string[])
            [
                .. Words<FaultKind>(), .. Words<Direction>(), .. Words<DataOpcode>(), .. Words<FaultRepeat>(),
            ],
            word => Assert.Contains($"\"{word}\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_every_property_of_the_schema()
    {
        var page = File.ReadAllText(Repository.Path("docs", "reference", "faults.md"));
        var names = Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Value).Append(Schema)
            .Where(d => d.TryGetProperty("additionalProperties", out _))
            .SelectMany(d => d.GetProperty("properties").EnumerateObject()).Select(p => p.Name).Distinct();
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    internal static bool KeepsSchema(string json) => Rules.Holds(JsonDocument.Parse(json).RootElement);

    private static JsonElement Alone(JsonElement fault) =>
        JsonSerializer.SerializeToElement(new { schema = FaultPlan.SchemaName, faults = new[] { fault } });

    private static void AssertErrors(string folder, string name)
    {
        var failure = Assert.Throws<FaultPlanException>(
            () => FaultPlan.FromUtf8(File.ReadAllBytes(PathOf(folder, name))));
        var errors = string.Concat(failure.Errors.Select(error => error + "\n"));
        var known = Repository.Path("vectors", "plans", folder, name + ".errors.txt");
        if (Environment.GetEnvironmentVariable("REJOIN_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(known, errors);
        }

        Assert.Equal(File.ReadAllText(known), errors);
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => JsonSerializer.Serialize(value).Trim('"'));

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Repository.Path("vectors", "plans", folder), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    private static string PathOf(string folder, string name) =>
        Repository.Path("vectors", "plans", folder, name + ".json");
}
