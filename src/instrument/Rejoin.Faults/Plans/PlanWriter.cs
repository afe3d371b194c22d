using System.Text.Json;

namespace Rejoin.Faults.Plans;

/// <summary>Writes plans: what has its default is left out, but for the position in a frame.</summary>
internal static class PlanWriter
{
    public static void Write(Utf8JsonWriter writer, FaultPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", plan.Schema);
        writer.WriteStartArray("faults");
        foreach (var fault in plan.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString("id", fault.Id);
            Write(writer, fault.At);
            Write(writer, fault.Do);
            if (fault.Repeat != FaultRepeat.Once)
            {
                writer.WriteString("repeat", PlanWords.Repeats.Of(fault.Repeat));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CutPoint at)
    {
        writer.WriteStartObject("at");
        writer.WriteNumber("connection", at.Connection);
        if (at.Handshake is { } handshake)
        {
            writer.WriteString("handshake", handshake.ToString());
        }
        else
        {
            writer.WriteString("direction", PlanWords.Directions.Of(at.Direction));
            writer.WriteNumber("frame", at.Frame);
            writer.WriteString("position", at.Position.ToString());
            if (at.Opcode != DataOpcode.Any)
            {
                writer.WriteString("opcode", PlanWords.Opcodes.Of(at.Opcode));
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FaultAction action)
    {
        writer.WriteStartObject("do");
        writer.WriteString("kind", PlanWords.Kinds.Of(action.Kind));
        foreach (var field in ActionFields.Numbers)
        {
            if (field.Of(action) is { } number)
            {
                writer.WriteNumber(field.Name, number);
            }
        }

        if (action.Header is { } header)
        {
            writer.WriteString("header", header);
        }

        if (action.Heal is { } heal)
        {
            writer.WriteStartObject("heal");
            writer.WriteNumber("afterMs", heal.AfterMs);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
