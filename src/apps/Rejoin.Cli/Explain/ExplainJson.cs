using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of the pages.</summary>
[JsonSerializable(typeof(IReadOnlyList<Runbook>))]
internal sealed partial class ExplainJson : JsonSerializerContext
{
    /// <summary>With arrows and set signs as they are: people read the texts too.</summary>
    public static ExplainJson Readable() => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
