using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Rejoin.Faults.Plans;

/// <summary>The JSON form of a plan. Reading tells all errors at once; there is no second way in.</summary>
internal sealed class FaultPlanJson : JsonConverter<FaultPlan>
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public override FaultPlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, FaultPlan value, JsonSerializerOptions options) =>
        PlanWriter.Write(writer, value);

    /// <summary>Reads and validates the bytes of a file.</summary>
    public static FaultPlan Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > FaultPlan.MaximumBytes)
        {
            throw TooLong();
        }

        if (json.Span.StartsWith(ByteOrderMark))
        {
            json = json[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw Wrong("not JSON: the text is not UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw Wrong("not JSON: " + e.Message);
        }
    }

    /// <summary>Reads and validates.</summary>
    public static FaultPlan Read(JsonElement root)
    {
        var reader = new PlanReader();
        var plan = reader.Plan(root);
        if (PlanRules.NewerSchema(plan.Schema) is { } newer)
        {
            throw new FaultPlanException([newer]);
        }

        IReadOnlyList<PlanError> errors =
        [
            .. reader.Errors.Told,
            .. plan.Validate().Where(e => !reader.Errors.Told.Any(r => Hides(r.Path, e.Path))),
        ];
        return errors.Count == 0 ? plan : throw new FaultPlanException(errors);
    }

    /// <summary>Writes a plan on its own.</summary>
    public static string Text(FaultPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            PlanWriter.Write(writer, plan);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The error of a text that is too long.</summary>
    public static FaultPlanException TooLong() => Wrong($"the text is longer than {FaultPlan.MaximumBytes} bytes");

    private static FaultPlanException Wrong(string what) => new([new PlanError("$", "", what)]);

    /// <summary>Tells whether a rule was judged on a placeholder and has nothing to say.</summary>
    private static bool Hides(string unread, string judged) =>
        IsWithin(judged, unread)
        || (unread.EndsWith(".do.kind", StringComparison.Ordinal)
            && IsWithin(judged, unread[..^".do.kind".Length])
            && (judged.Contains(".do.", StringComparison.Ordinal)
                || judged.EndsWith(".position", StringComparison.Ordinal)
                || judged.EndsWith(".handshake", StringComparison.Ordinal)));

    private static bool IsWithin(string path, string parent) => path.StartsWith(parent, StringComparison.Ordinal)
        && (path.Length == parent.Length || path[parent.Length] is '.' or '[');
}
