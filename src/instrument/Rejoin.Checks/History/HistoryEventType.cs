using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>The kinds of lines in a history.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HistoryEventType>))]
public enum HistoryEventType
{
    /// <summary>First line: what the trial is.</summary>
    [JsonStringEnumMemberName("trial")] Trial,

    /// <summary>An operation begins.</summary>
    [JsonStringEnumMemberName("invoke")] Invoke,

    /// <summary>An operation ended as asked.</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>An operation ended and was certainly not applied.</summary>
    [JsonStringEnumMemberName("fail")] Fail,

    /// <summary>An operation ended and may or may not have been applied.</summary>
    [JsonStringEnumMemberName("info")] Info,

    /// <summary>The application of the client was handed an event.</summary>
    [JsonStringEnumMemberName("received")] Received,

    /// <summary>The client told something that changes no state.</summary>
    [JsonStringEnumMemberName("notice")] Notice,

    /// <summary>A connection ended, as the client saw it.</summary>
    [JsonStringEnumMemberName("closed")] Closed,

    /// <summary>A fault was carried out, or was not.</summary>
    [JsonStringEnumMemberName("injection")] Injection,

    /// <summary>The service's clock was moved.</summary>
    [JsonStringEnumMemberName("clock")] Clock,

    /// <summary>The service process was asked for its counts.</summary>
    [JsonStringEnumMemberName("counters")] Counters,

    /// <summary>The audit log of a session was read.</summary>
    [JsonStringEnumMemberName("audit")] Audit,
}
