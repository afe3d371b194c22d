using System.Text;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// The faults of one link, as data; read and written as JSON of schema <c>rejoin.plan/1</c>. Faults at one and the same
/// point happen in the order of the list. Source: docs/reference/faults.md, docs/reference/plan.schema.json.
/// </summary>
[JsonConverter(typeof(FaultPlanJson))]
public sealed record FaultPlan
{
    /// <summary>Name and version of the JSON form.</summary>
    public const string SchemaName = "rejoin.plan/1";

    /// <summary>Longest JSON text of a plan, in bytes.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

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
        ArgumentNullException.ThrowIfNull(json);
        return json.Length > MaximumBytes ? throw FaultPlanJson.TooLong() : FromUtf8(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a plan from the bytes of a file.</summary>
    /// <param name="json">
    /// UTF-8 text of schema <c>rejoin.plan/1</c>, at most <see cref="MaximumBytes"/>; a byte order mark is allowed.
    /// </param>
    /// <returns>A valid plan.</returns>
    /// <exception cref="FaultPlanException">Not JSON, or not a valid plan; carries every error.</exception>
    public static FaultPlan FromUtf8(ReadOnlyMemory<byte> json) => FaultPlanJson.Parse(json);

    /// <summary>Writes the plan.</summary>
    /// <returns>Indented JSON that <see cref="FromJson"/> reads back.</returns>
    public string ToJson() => FaultPlanJson.Text(this);

    /// <summary>Judges the plan.</summary>
    /// <returns>
    /// The errors with their paths, at most 100; empty when the plan is valid. A plan of a newer schema has that one.
    /// </returns>
    public IReadOnlyList<PlanError> Validate() => PlanRules.Check(this);
}
