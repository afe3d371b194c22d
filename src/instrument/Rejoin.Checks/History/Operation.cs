using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>The operations of drivers, histories and conversation files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Operation>))]
public enum Operation
{
    /// <summary>Open a new session; complete when the verdict of the service is known.</summary>
    [JsonStringEnumMemberName("connect")] Connect,

    /// <summary>Come back to a session from a position over a new connection; complete when the verdict is known and
    /// the replay has ended.</summary>
    [JsonStringEnumMemberName("resume")] Resume,

    /// <summary>Append a user message; complete at the ack.</summary>
    [JsonStringEnumMemberName("say")] Say,

    /// <summary>Put one memory or preference value; complete at the ack.</summary>
    [JsonStringEnumMemberName("set")] Set,

    /// <summary>Start a workflow; complete at the ack.</summary>
    [JsonStringEnumMemberName("start")] Start,

    /// <summary>Read the messages.</summary>
    [JsonStringEnumMemberName("history")] History,

    /// <summary>Read identity, memory, preferences, workflows.</summary>
    [JsonStringEnumMemberName("context")] Context,

    /// <summary>Read the applications of tool effects.</summary>
    [JsonStringEnumMemberName("effects")] Effects,

    /// <summary>Present a new access token on the open connection.</summary>
    [JsonStringEnumMemberName("refresh")] Refresh,

    /// <summary>End cleanly; complete when closed.</summary>
    [JsonStringEnumMemberName("leave")] Leave,

    /// <summary>Abandon the connection; complete at once.</summary>
    [JsonStringEnumMemberName("drop")] Drop,

    /// <summary>Lose the client's memory too; complete at once.</summary>
    [JsonStringEnumMemberName("crash")] Crash,

    /// <summary>Make a new client life from the persisted cursor; complete at once.</summary>
    [JsonStringEnumMemberName("restart")] Restart,
}
