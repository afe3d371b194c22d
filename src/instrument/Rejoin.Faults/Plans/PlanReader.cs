using System.Globalization;
using System.Text.Json;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A walk over the JSON of a plan that collects what is missing, unknown or of the wrong type and puts a placeholder in
/// its place. What the values may be together is judged by <see cref="PlanRules"/>.
/// </summary>
internal sealed class PlanReader
{
    public PlanErrors Errors { get; } = new();

    public FaultPlan Plan(JsonElement root)
    {
        if (!IsObject(root, "$", "schema", "faults"))
        {
            return FaultPlan.None;
        }

        var schema = Text(root, "$", "schema") ?? FaultPlan.SchemaName;
        var plan = FaultPlan.None with { Schema = schema };
        var faults = Child(root, "faults");
        if (faults.ValueKind != JsonValueKind.Array)
        {
            Errors.Add("$.faults", faults, "needed: an array of faults");
            return plan;
        }

        if (faults.GetArrayLength() > PlanRules.MostFaults)
        {
            Errors.Add("$.faults", PlanRules.Number(faults.GetArrayLength()) + " faults",
                $"at most {PlanRules.MostFaults}");
            return plan;
        }

        return plan with { Faults = [.. faults.EnumerateArray().Select(FaultAt)] };
    }

    private Fault FaultAt(JsonElement value, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"$.faults[{index}]");
        var whole = IsObject(value, path, "id", "at", "do", "repeat");
        return new Fault
        {
            Id = whole ? Text(value, path, "id") ?? "" : "",
            At = PointAt(whole ? Child(value, "at") : default, path + ".at", whole),
            Do = ActionAt(whole ? Child(value, "do") : default, path + ".do", whole),
            Repeat = whole ? Choice(value, path, "repeat", PlanWords.Repeats, needed: false) : default,
        };
    }

    private CutPoint PointAt(JsonElement value, string path, bool told)
    {
        var whole = told
            && IsObject(value, path, "connection", "direction", "frame", "position", "opcode", "handshake");
        var connection = whole ? Number(value, path, "connection", true) ?? 1 : 1;
        if (whole && Child(value, "handshake").ValueKind != JsonValueKind.Undefined)
        {
            return HandshakeAt(value, path, connection);
        }

        return new CutPoint
        {
            Connection = connection,
            Direction = whole ? Choice(value, path, "direction", PlanWords.Directions) : default,
            Frame = whole ? Number(value, path, "frame", true) ?? 1 : 1,
            Position = whole ? Position(value, path) : default,
            Opcode = whole ? Choice(value, path, "opcode", PlanWords.Opcodes, needed: false) : default,
        };
    }

    private CutPoint HandshakeAt(JsonElement value, string path, int connection)
    {
        foreach (var name in (ReadOnlySpan<string>)["direction", "frame", "position", "opcode"])
        {
            if (Child(value, name) is { ValueKind: not JsonValueKind.Undefined } other)
            {
                Errors.Add($"{path}.{name}", other, "a place in the handshake has connection and handshake only");
            }
        }

        var text = Word(value, "handshake");
        if (!HandshakePosition.TryParse(text, out var position))
        {
            Errors.Add(path + ".handshake", Child(value, "handshake"), "allowed: " + HandshakePosition.Allowed);
        }

        return CutPoint.InHandshake(connection, position);
    }

    private FaultAction ActionAt(JsonElement value, string path, bool told)
    {
        var whole = told && IsObject(value, path, ActionFields.Names);
        return new FaultAction
        {
            Kind = whole ? Choice(value, path, "kind", PlanWords.Kinds) : default,
            CloseCode = whole ? Number(value, path, "closeCode", false) : null,
            DelayMs = whole ? Number(value, path, "delayMs", false) : null,
            Heal = whole ? HealAt(value, path + ".heal") : null,
            Status = whole ? Number(value, path, "status", false) : null,
            RetryAfterS = whole ? Number(value, path, "retryAfterS", false) : null,
            Header = whole && Child(value, "header").ValueKind != JsonValueKind.Undefined
                ? Text(value, path, "header")
                : null,
            BytesPerSecond = whole ? Number(value, path, "bytesPerSecond", false) : null,
            ChunkBytes = whole ? Number(value, path, "chunkBytes", false) : null,
            Count = whole ? Number(value, path, "count", false) : null,
            PayloadBytes = whole ? Number(value, path, "payloadBytes", false) : null,
            Seed = whole ? Number(value, path, "seed", false) : null,
        };
    }

    private HealRule? HealAt(JsonElement parent, string path)
    {
        var value = Child(parent, "heal");
        if (value.ValueKind == JsonValueKind.Undefined || Word(parent, "heal") == "never")
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Errors.Add(path, value, "allowed: never, or an object with afterMs");
            return null;
        }

        return IsObject(value, path, "afterMs") && Number(value, path, "afterMs", true) is { } after
            ? new HealRule(after)
            : null;
    }

    private FramePosition Position(JsonElement parent, string path)
    {
        var value = Child(parent, "position");
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return FramePosition.Before;
        }

        if (!FramePosition.TryParse(Word(parent, "position"), out var position))
        {
            Errors.Add(path + ".position", value, "allowed: " + FramePosition.Allowed);
        }

        return position;
    }

    private string? Text(JsonElement parent, string path, string name)
    {
        if (Word(parent, name) is { } text)
        {
            return text;
        }

        Errors.Add($"{path}.{name}", Child(parent, name), "needed: a string");
        return null;
    }

    private int? Number(JsonElement parent, string path, string name, bool needed)
    {
        var value = Child(parent, name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        if (needed || value.ValueKind != JsonValueKind.Undefined)
        {
            Errors.Add($"{path}.{name}", value, "needed: a whole number");
        }

        return null;
    }

    private T Choice<T>(JsonElement parent, string path, string name, WordList<T> words, bool needed = true)
        where T : struct, Enum
    {
        var choice = default(T);
        var value = Child(parent, name);
        if ((needed || value.ValueKind != JsonValueKind.Undefined)
            && !(Word(parent, name) is { } word && words.TryGet(word, out choice)))
        {
            Errors.Add($"{path}.{name}", value, "allowed: " + words.Allowed);
        }

        return choice;
    }

    private bool IsObject(JsonElement value, string path, params ReadOnlySpan<string> names)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Errors.Add(path, value, "needed: an object");
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (Errors.Full)
            {
                break;
            }

            var name = NameOf(property);
            if (!names.Contains(name))
            {
                Errors.Add($"{path}.{name}", property.Value, "no such field; allowed: " + string.Join(", ", names!));
            }
            else if (!seen.Add(name))
            {
                Errors.Add($"{path}.{name}", property.Value, "the field stands here twice");
            }
        }

        return true;
    }

    /// <summary>A name with half of an escaped surrogate pair is no text; it is told as such.</summary>
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "(a name that is not Unicode)";
        }
    }

    private static JsonElement Child(JsonElement parent, string name)
    {
        try
        {
            return parent.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is not Unicode, which is told as an error of its own.
            return parent.EnumerateObject().FirstOrDefault(property => NameOf(property) == name).Value;
        }
    }

    /// <summary>The text of a field; null when it is no string, or one with half of a surrogate pair.</summary>
    private static string? Word(JsonElement parent, string name)
    {
        var value = Child(parent, name);
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
