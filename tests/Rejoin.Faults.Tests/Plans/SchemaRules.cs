using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rejoin.Faults.Tests.Plans;

/// <summary>As much of JSON Schema 2020-12 as the schema of plans uses; anything else in it is an error.</summary>
internal sealed class SchemaRules(JsonElement schema)
{
    private static readonly string[] Comments = ["$schema", "$id", "$defs", "title", "description", "then"];

    public bool Holds(JsonElement value) => Holds(schema, value);

    private bool Holds(JsonElement rule, JsonElement value) =>
        rule.EnumerateObject().All(keyword => Holds(rule, keyword, value));

    private bool Holds(JsonElement rule, JsonProperty keyword, JsonElement value)
    {
        var wanted = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Holds(Definition(wanted.GetString()!), value),
            "type" => IsOf(value, wanted.GetString()!),
            "const" => JsonElement.DeepEquals(value, wanted),
            "enum" => wanted.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)),
            "pattern" => value.ValueKind != JsonValueKind.String
                || Regex.IsMatch(value.GetString()!, wanted.GetString()!, RegexOptions.ECMAScript),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= wanted.GetDouble(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= wanted.GetDouble(),
            "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= wanted.GetInt32(),
            "required" => !IsObject(value)
                || wanted.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "properties" => !IsObject(value) || wanted.EnumerateObject().All(each =>
                !value.TryGetProperty(each.Name, out var part) || Holds(each.Value, part)),
            "additionalProperties" => !IsObject(value) || value.EnumerateObject().All(each =>
                rule.GetProperty("properties").TryGetProperty(each.Name, out _)),
            "items" => value.ValueKind != JsonValueKind.Array
                || value.EnumerateArray().All(each => Holds(wanted, each)),
            "oneOf" => wanted.EnumerateArray().Count(each => Holds(each, value)) == 1,
            "anyOf" => wanted.EnumerateArray().Any(each => Holds(each, value)),
            "allOf" => wanted.EnumerateArray().All(each => Holds(each, value)),
            "if" => !Holds(wanted, value) || Holds(rule.GetProperty("then"), value),
            _ => Comments.Contains(keyword.Name) ? true : throw new NotSupportedException(keyword.Name),
        };
    }

    private JsonElement Definition(string reference) =>
        schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => IsObject(value),
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
