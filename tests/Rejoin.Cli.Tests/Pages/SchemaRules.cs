using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rejoin.Cli.Tests.Pages;

/// <summary>As much of JSON Schema 2020-12 as the schema of runs uses; anything else in it is an error.</summary>
internal sealed class SchemaRules(JsonElement schema)
{
    private static readonly string[] Comments = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>Everything that is wrong with a document, with its place.</summary>
    public IReadOnlyList<string> Problems(JsonElement document) => [.. Problems(schema, document, "$")];

    // The other rules are about values of the right kind.
    private IEnumerable<string> Problems(JsonElement rule, JsonElement value, string at) =>
        rule.TryGetProperty("type", out var type) && !IsOf(value, type.GetString()!)
            ? [$"{at} is no {type}"]
            : rule.EnumerateObject().SelectMany(keyword => Problems(rule, keyword, value, at));

    private IEnumerable<string> Problems(JsonElement rule, JsonProperty keyword, JsonElement value, string at)
    {
        var wanted = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Problems(Definition(wanted.GetString()!), value, at),
            "type" => [],
            "const" => When(value.ToString() != wanted.ToString(), $"{at} is not {wanted}"),
            "enum" => When(wanted.EnumerateArray().All(each => each.ToString() != value.ToString()),
                $"{at} is not one of {wanted}"),
            "pattern" => When(value.ValueKind == JsonValueKind.String
                && !Regex.IsMatch(value.GetString()!, wanted.GetString()!), $"{at} does not match {wanted}"),
            "format" => When(wanted.GetString() != "date-time" || !IsTime(value), $"{at} is no {wanted}"),
            "maxItems" => When(value.GetArrayLength() > wanted.GetInt32(), $"{at} has more than {wanted} items"),
            "minimum" => When(value.GetDouble() < wanted.GetDouble(), $"{at} is below {wanted}"),
            "maximum" => When(value.GetDouble() > wanted.GetDouble(), $"{at} is above {wanted}"),
            "required" => wanted.EnumerateArray().Select(name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at} has no '{name}'"),
            "properties" => wanted.EnumerateObject().Where(each => value.TryGetProperty(each.Name, out _))
                .SelectMany(each => Problems(each.Value, value.GetProperty(each.Name), $"{at}.{each.Name}")),
            "additionalProperties" => Additional(rule, wanted, value, at),
            "items" => value.EnumerateArray().SelectMany((each, index) => Problems(wanted, each, $"{at}[{index}]")),
            _ => When(!Comments.Contains(keyword.Name), $"the schema uses '{keyword.Name}', which this test does "
                + "not know"),
        };
    }

    private IEnumerable<string> Additional(JsonElement rule, JsonElement wanted, JsonElement value, string at)
    {
        var known = rule.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(each => each.Name).ToHashSet()
            : [];
        return value.EnumerateObject().Where(each => !known.Contains(each.Name)).SelectMany(each =>
            wanted.ValueKind == JsonValueKind.False
                ? [$"{at} has '{each.Name}', which the schema does not"]
                : Problems(wanted, each.Value, $"{at}.{each.Name}"));
    }

    private JsonElement Definition(string reference) =>
        schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };

    private static bool IsTime(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _);

    private static IEnumerable<string> When(bool wrong, string problem) => wrong ? [problem] : [];
}
