using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>How a client shows a service who it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccessKind>))]
public enum AccessKind
{
    /// <summary>By an access token, one per principal, from the environment or a command.</summary>
    [JsonStringEnumMemberName("token")] Token,

    /// <summary>By a name that the service believes: the driver gets one that is unique in the run in place of a
    /// token.</summary>
    [JsonStringEnumMemberName("name")] Name,

    /// <summary>Not at all: there is one principal.</summary>
    [JsonStringEnumMemberName("none")] None,
}
