using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>Who speaks a service's protocol.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DriverKind>))]
public enum DriverKind
{
    /// <summary>The driver of rejoin.v1.</summary>
    [JsonStringEnumMemberName("reference")] Reference,

    /// <summary>A program that reads and writes lines.</summary>
    [JsonStringEnumMemberName("stdio")] Stdio,
}
