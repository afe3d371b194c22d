using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>The JSON form of a plan. Reading tells all errors at once; there is no second way in.</summary>
internal sealed class FaultPlanJson : JsonConverter<FaultPlan>
{
    public override FaultPlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, FaultPlan value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", value.Schema);
        writer.WritePropertyName("faults");
        JsonSerializer.Serialize(writer, value.Faults, PlanJsonContext.Default.IReadOnlyListFault);
        writer.WriteEndObject();
    }

    /// <summary>Reads and validates.</summary>
    public static FaultPlan Read(JsonElement root)
    {
        var reader = new PlanReader();
        var plan = reader.Plan(root);
        IReadOnlyList<PlanError> errors =
            [.. reader.Errors, .. plan.Validate().Where(e => !reader.Errors.Exists(r => Hides(r.Path, e.Path)))];
        return errors.Count == 0 ? plan : throw new FaultPlanException(errors);
    }

    /// <summary>Tells whether a rule was judged on a placeholder and has nothing to say.</summary>
    private static bool Hides(string unread, string judged) =>
        judged.StartsWith(unread, StringComparison.Ordinal)
        || (unread.EndsWith(".do.kind", StringComparison.Ordinal)
            && judged.StartsWith(unread[..^"do.kind".Length], StringComparison.Ordinal)
            && (judged.Contains(".do.", StringComparison.Ordinal)
                || judged.EndsWith(".position", StringComparison.Ordinal)));
}
