using System.Globalization;
using System.Text.Json;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A walk over the JSON of a plan that collects what is missing, unknown or of the wrong type and puts a placeholder in
/// its place. What the values may be together is judged by <see cref="PlanRules"/>.
/// </summary>
internal sealed class PlanReader
{
    private static readonly Dictionary<string, Direction> Directions = new(StringComparer.Ordinal)
    {
        ["c2s"] = Direction.ClientToService,
        ["s2c"] = Direction.ServiceToClient,
    };

    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["fin"] = FaultKind.Fin,
        ["rst"] = FaultKind.Rst,
        ["half-open-client-lost"] = FaultKind.HalfOpenClientLost,
        ["half-open-service-lost"] = FaultKind.HalfOpenServiceLost,
        ["stall"] = FaultKind.Stall,
        ["black-hole"] = FaultKind.BlackHole,
        ["close"] = FaultKind.Close,
        ["delay"] = FaultKind.Delay,
    };

    public List<PlanError> Errors { get; } = [];

    public FaultPlan Plan(JsonElement root)
    {
        if (!IsObject(root, "$", "schema", "faults"))
        {
            return FaultPlan.None;
        }

        var schema = Text(root, "$", "schema");
        if (!root.TryGetProperty("faults", out var faults) || faults.ValueKind != JsonValueKind.Array)
        {
            Add("$.faults", faults, "needed: an array of faults");
            return FaultPlan.None;
        }

        return new FaultPlan { Schema = schema, Faults = [.. faults.EnumerateArray().Select(FaultAt)] };
    }

    private Fault FaultAt(JsonElement value, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"$.faults[{index}]");
        var whole = IsObject(value, path, "id", "at", "do");
        return new Fault
        {
            Id = whole ? Text(value, path, "id") : "",
            At = PointAt(whole ? Child(value, "at") : default, path + ".at", whole),
            Do = ActionAt(whole ? Child(value, "do") : default, path + ".do", whole),
        };
    }

    private CutPoint PointAt(JsonElement value, string path, bool told)
    {
        var whole = told && IsObject(value, path, "connection", "direction", "frame", "position");
        return new CutPoint
        {
            Connection = whole ? Number(value, path, "connection", true) ?? 1 : 1,
            Direction = whole ? Choice(value, path, "direction", Directions) : default,
            Frame = whole ? Number(value, path, "frame", true) ?? 1 : 1,
            Position = whole ? Position(value, path) : default,
        };
    }

    private FaultAction ActionAt(JsonElement value, string path, bool told)
    {
        var whole = told && IsObject(value, path, "kind", "closeCode", "delayMs");
        return new FaultAction
        {
            Kind = whole ? Choice(value, path, "kind", Kinds) : default,
            CloseCode = whole ? Number(value, path, "closeCode", false) : null,
            DelayMs = whole ? Number(value, path, "delayMs", false) : null,
        };
    }

    private FramePosition Position(JsonElement parent, string path)
    {
        var value = Child(parent, "position");
        if (value.ValueKind == JsonValueKind.String && FramePosition.TryParse(value.GetString(), out var position))
        {
            return position;
        }

        if (value.ValueKind != JsonValueKind.Undefined)
        {
            Add(path + ".position", value, "allowed: " + FramePosition.Allowed);
        }

        return FramePosition.Before;
    }

    private string Text(JsonElement parent, string path, string name)
    {
        var value = Child(parent, name);
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        Add($"{path}.{name}", value, "needed: a string");
        return "";
    }

    private int? Number(JsonElement parent, string path, string name, bool needed)
    {
        var value = Child(parent, name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        if (needed || value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Add($"{path}.{name}", value, "needed: a whole number");
        }

        return null;
    }

    private T Choice<T>(JsonElement parent, string path, string name, Dictionary<string, T> choices)
        where T : struct
    {
        var value = Child(parent, name);
        if (value.ValueKind == JsonValueKind.String && choices.TryGetValue(value.GetString()!, out var choice))
        {
            return choice;
        }

        Add($"{path}.{name}", value, "allowed: " + string.Join(", ", choices.Keys));
        return default;
    }

    private bool IsObject(JsonElement value, string path, params ReadOnlySpan<string> names)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(path, value, "needed: an object");
            return false;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Add($"{path}.{property.Name}", property.Value, "no such field; allowed: " + string.Join(", ", names!));
            }
        }

        return true;
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value : default;

    private void Add(string path, JsonElement value, string allowed) =>
        Errors.Add(new PlanError(path, value.ValueKind == JsonValueKind.Undefined ? "" : Short(value), allowed));

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
