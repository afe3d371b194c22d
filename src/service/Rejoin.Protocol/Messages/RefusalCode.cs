using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The causes for which an operation is refused; each is definite.</summary>
[JsonConverter(typeof(NameConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>A field is outside its limits.</summary>
    [JsonStringEnumMemberName("invalid")] Invalid,

    /// <summary>The id was used before for another operation.</summary>
    [JsonStringEnumMemberName("id_reused")] IdReused,

    /// <summary>A limit of the session is reached.</summary>
    [JsonStringEnumMemberName("limit")] Limit,

    /// <summary>A newer connection holds the session.</summary>
    [JsonStringEnumMemberName("fenced")] Fenced,

    /// <summary>No workflow of that name.</summary>
    [JsonStringEnumMemberName("unknown_workflow")] UnknownWorkflow,

    /// <summary>The new access token is not acceptable.</summary>
    [JsonStringEnumMemberName("unauthorized")] Unauthorized,

    /// <summary>The store could not take it now and has rolled back.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,
}
