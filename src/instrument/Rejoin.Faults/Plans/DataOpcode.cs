using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>The kind of data frame that a cut point asks for; it filters and never shifts ordinals.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataOpcode>))]
public enum DataOpcode
{
    /// <summary>Any data frame.</summary>
    [JsonStringEnumMemberName("any")]
    Any,

    /// <summary>A text message or its first fragment.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A binary message or its first fragment.</summary>
    [JsonStringEnumMemberName("binary")]
    Binary,

    /// <summary>A further fragment of a message.</summary>
    [JsonStringEnumMemberName("continuation")]
    Continuation,
}
