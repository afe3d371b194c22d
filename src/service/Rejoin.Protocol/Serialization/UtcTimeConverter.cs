using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The JSON form of a moment: RFC 3339 in UTC, written with <c>Z</c> and three digits of a second, so that
/// every moment of a whole millisecond is as long as any other; others are written with seven.</summary>
/// <remarks>Source: protocol.md, "Transport and encoding"; RFC 3339 §5.6.</remarks>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const string Milliseconds = "yyyy-MM-ddTHH:mm:ss.fff'Z'";
    private const string Ticks = "yyyy-MM-ddTHH:mm:ss.fffffff'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The kind tells whether the text named a zone at all: without one it could be anywhere.
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time)
            && time.Offset == TimeSpan.Zero && reader.GetDateTime().Kind != DateTimeKind.Unspecified)
        {
            return time;
        }

        throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(
            value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? Milliseconds : Ticks, CultureInfo.InvariantCulture));
}
