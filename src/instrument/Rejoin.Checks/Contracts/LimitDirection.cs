using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>The side of its limit that a statistic must lie on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitDirection>))]
public enum LimitDirection
{
    /// <summary>Below the limit.</summary>
    [JsonStringEnumMemberName("below")] Below,

    /// <summary>Above the limit; with a limit of 1 every one observed must do.</summary>
    [JsonStringEnumMemberName("above")] Above,
}
