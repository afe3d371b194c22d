using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rejoin.Checks;

/// <summary>JSON texts in one form, whatever the order of names and the white space.</summary>
internal static class JsonForm
{
    /// <summary>The form; the text itself if it is no JSON.</summary>
    public static string Of(string text)
    {
        try
        {
            return Sorted(JsonNode.Parse(text))?.ToJsonString() ?? "null";
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return text;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject names => new JsonObject(names.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
