using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>Windows of a contract that the absence before a resume can lie in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AbsenceWindow>))]
public enum AbsenceWindow
{
    /// <summary>Not longer than <c>windows.brief</c>.</summary>
    [JsonStringEnumMemberName("brief")] Brief,

    /// <summary>Longer than <c>windows.brief</c>, not longer than <c>windows.medium</c>.</summary>
    [JsonStringEnumMemberName("medium")] Medium,
}
