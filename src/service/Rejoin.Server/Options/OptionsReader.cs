using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rejoin.Server;

/// <summary>Options from JSON: what the text leaves out has its default.</summary>
/// <remarks>The generated reader gives missing init-only properties the default of their type, not their initializer;
/// so the text is laid over the defaults first.</remarks>
internal static class OptionsReader
{
    public static ServerOptions Read(ReadOnlySpan<byte> utf8)
    {
        var rules = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        if (JsonNode.Parse(utf8, null, rules) is not JsonObject given)
        {
            throw new JsonException("The options are no JSON object.");
        }

        var template = new ServerOptions { Certificate = new CertificateOptions(), Admin = new AdminOptions() };
        var merged = JsonSerializer.SerializeToNode(template, OptionsJson.Default.ServerOptions)!.AsObject();
        foreach (var optional in new[] { "certificate", "admin" })
        {
            if (given[optional] is null)
            {
                merged[optional] = null;
            }
        }

        Lay(given, merged);
        return merged.Deserialize(OptionsJson.Default.ServerOptions)!;
    }

    private static void Lay(JsonObject over, JsonObject under)
    {
        foreach (var (name, value) in over)
        {
            if (value is JsonObject inner && under[name] is JsonObject known)
            {
                Lay(inner, known);
            }
            else
            {
                under[name] = value?.DeepClone();
            }
        }
    }
}
