using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The subjects of a notice.</summary>
[JsonConverter(typeof(NameConverter<NoticeCode>))]
public enum NoticeCode
{
    /// <summary>The access token expires soon: refresh it.</summary>
    [JsonStringEnumMemberName("token_expiring")] TokenExpiring,

    /// <summary>The server is about to restart: a close with 1012 follows.</summary>
    [JsonStringEnumMemberName("draining")] Draining,
}
