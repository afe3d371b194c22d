using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// The faults of one link, as data; read and written as JSON of schema <c>rejoin.plan/1</c>. Faults at one and the same
/// point happen in the order of the list. Source: docs/reference/faults.md.
/// </summary>
[JsonConverter(typeof(FaultPlanJson))]
public sealed record FaultPlan
{
    /// <summary>Name and version of the JSON form.</summary>
    public const string SchemaName = "rejoin.plan/1";

    /// <summary>A plan that disturbs nothing.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>Name and version of the JSON form. Default and only value <see cref="SchemaName"/>.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>The faults, at most 10 000. Default none.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Reads a plan.</summary>
    /// <param name="json">JSON text of schema <c>rejoin.plan/1</c>.</param>
    /// <returns>A valid plan.</returns>
    /// <exception cref="FaultPlanException">Not JSON, or not a valid plan; carries every error.</exception>
    public static FaultPlan FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return FaultPlanJson.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FaultPlanException([new PlanError("$", "", "not JSON: " + e.Message)]);
        }
    }

    /// <summary>Writes the plan.</summary>
    /// <returns>Indented JSON that <see cref="FromJson"/> reads back.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, PlanJsonContext.Default.FaultPlan);

    /// <summary>Judges the plan.</summary>
    /// <returns>Every error with its path; empty when the plan is valid.</returns>
    public IReadOnlyList<PlanError> Validate() => PlanRules.Check(this);
}
