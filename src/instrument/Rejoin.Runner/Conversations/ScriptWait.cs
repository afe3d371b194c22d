using System.Text.Json.Serialization;

namespace Rejoin.Runner;

/// <summary>What a step waits for before the next one begins.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScriptWait>))]
public enum ScriptWait
{
    /// <summary>The whole of it: the reply of a message, the completion of a workflow.</summary>
    [JsonStringEnumMemberName("reply")] Reply,

    /// <summary>The service's ack.</summary>
    [JsonStringEnumMemberName("ack")] Ack,

    /// <summary>Nothing: the next step begins at once.</summary>
    [JsonStringEnumMemberName("none")] None,
}
