using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Rejoin.Server;

/// <summary>Options from JSON: what the text leaves out has its default, and every error is found in one
/// reading.</summary>
/// <remarks>The generated reader stops at the first error and gives missing init-only properties the default of their
/// type, not their initializer; so the text is laid over the defaults, value by value.</remarks>
internal sealed class OptionsReader
{
    private const int LongestValue = 40;
    private const string SecretKey = "admin.secret";
    private readonly byte[] text;
    private readonly List<OptionError> errors = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private OptionsReader(byte[] text) => this.text = text;

    public static OptionsReading Read(ReadOnlySpan<byte> utf8)
    {
        var start = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return new OptionsReader(utf8[start..].ToArray()).Read();
    }

    private OptionsReading Read()
    {
        var template = new ServerOptions { Certificate = new CertificateOptions(), Admin = new AdminOptions() };
        var merged = JsonSerializer.SerializeToNode(template, OptionsJson.Default.ServerOptions)!.AsObject();
        try
        {
            ReadInto(merged);
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            var message = error.Message.Split(" LineNumber", StringSplitOptions.None)[0].TrimEnd('.');
            errors.Add(new OptionError(line, $"this is not JSON: {message}.", IsNotJson: true));
        }

        foreach (var optional in new[] { "certificate", "admin" })
        {
            if (!lines.ContainsKey(optional))
            {
                merged[optional] = null;
            }
        }

        return new OptionsReading(merged.Deserialize(OptionsJson.Default.ServerOptions)!, errors, lines);
    }

    private void ReadInto(JsonObject merged)
    {
        if (!Utf8.IsValid(text))
        {
            errors.Add(new OptionError(1, "this is not UTF-8.", IsNotJson: true));
            return;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var line = LineAt(reader.TokenStartIndex);
            errors.Add(new OptionError(line, "this is no JSON object, {…}.", IsNotJson: true));
            return;
        }

        ReadObject(ref reader, OptionsJson.Default.ServerOptions, string.Empty, merged);

        // Anything behind the object is an error of the text.
        reader.Read();
    }

    private void ReadObject(ref Utf8JsonReader reader, JsonTypeInfo shape, string prefix, JsonObject into)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = LineAt(reader.TokenStartIndex);
            var name = TextOf(ref reader) ?? "?";
            var key = prefix + name;
            reader.Read();
            var option = shape.Properties.FirstOrDefault(each => each.Name == name);
            if (option is null)
            {
                var names = shape.Properties.Select(each => each.Name);
                errors.Add(new OptionError(
                    line, $"{Shown(key)}: there is no such option; allowed: {string.Join(", ", names)}."));
                reader.Skip();
            }
            else if (!lines.TryAdd(key, line))
            {
                errors.Add(new OptionError(line, $"{key}: is given twice, first in line {lines[key]}."));
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, option, key, into);
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, JsonPropertyInfo option, string key, JsonObject into)
    {
        var type = option.PropertyType;
        if (reader.TokenType == JsonTokenType.Null && option.IsSetNullable)
        {
            into[option.Name] = null;
        }
        else if (reader.TokenType == JsonTokenType.StartObject && IsGroup(type)
            && into[option.Name] is JsonObject inner)
        {
            ReadObject(ref reader, OptionsJson.Default.GetTypeInfo(type)!, key + ".", inner);
        }
        else if (ValueOf(ref reader, type) is { } value)
        {
            into[option.Name] = value;
        }
        else
        {
            var line = LineAt(reader.TokenStartIndex);
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var given = key == SecretKey ? "this" : Shown(Encoding.UTF8.GetString(
                text.AsSpan(start, (int)reader.BytesConsumed - start)));
            errors.Add(new OptionError(line, $"{key}: {given} is not {Kind(option)}."));
            if (option.IsSetNullable)
            {
                into[option.Name] = null;
            }
        }
    }

    private static JsonNode? ValueOf(ref Utf8JsonReader reader, Type type) => reader.TokenType switch
    {
        JsonTokenType.Number when type == typeof(int) => reader.TryGetInt32(out var number) ? number : null,
        JsonTokenType.Number when type == typeof(long) => reader.TryGetInt64(out var number) ? number : null,
        JsonTokenType.True or JsonTokenType.False when type == typeof(bool) => reader.GetBoolean(),
        JsonTokenType.String when type == typeof(string) => TextOf(ref reader),
        JsonTokenType.StartArray when IsList(type) => ListOf(ref reader),
        _ => null,
    };

    /// <summary>A list of texts; null, and nothing read, if it holds anything else.</summary>
    private static JsonArray? ListOf(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        var list = new JsonArray();
        while (ahead.Read() && ahead.TokenType == JsonTokenType.String && TextOf(ref ahead) is { } item)
        {
            list.Add((JsonNode)item);
        }

        if (ahead.TokenType != JsonTokenType.EndArray)
        {
            return null;
        }

        reader = ahead;
        return list;
    }

    private static string Kind(JsonPropertyInfo option) => option.PropertyType switch
    {
        var type when type == typeof(int) => "a whole number of at most 2147483647",
        var type when type == typeof(long) => "a whole number",
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(string) => "a text in quotes",
        var type when IsList(type) => "a list of texts in quotes, [\"…\"]",
        _ => "a group of options, {…}",
    } + (option.IsSetNullable ? " or null" : "");

    private static bool IsList(Type type) => type == typeof(IReadOnlyList<string>);

    private static bool IsGroup(Type type) => !type.IsPrimitive && type != typeof(string) && !IsList(type);

    /// <summary>The text; null for an escaped half of a character, which JSON can write and text cannot hold.</summary>
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shown(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : line[..LongestValue] + "…";
    }

    private int LineAt(long position) => 1 + text.AsSpan(0, (int)position).Count((byte)'\n');
}
