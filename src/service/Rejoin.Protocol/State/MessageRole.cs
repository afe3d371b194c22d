using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The speakers of a conversation.</summary>
[JsonConverter(typeof(NameConverter<MessageRole>))]
public enum MessageRole
{
    /// <summary>The person.</summary>
    [JsonStringEnumMemberName("user")] User,

    /// <summary>The agent.</summary>
    [JsonStringEnumMemberName("agent")] Agent,
}
