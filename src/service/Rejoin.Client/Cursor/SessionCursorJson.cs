using System.Text.Json;
using System.Text.Json.Serialization;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The JSON form of a cursor.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SessionCursor))]
internal sealed partial class SessionCursorJson : JsonSerializerContext
{
    public static string Write(SessionCursor cursor) => JsonSerializer.Serialize(cursor, Default.SessionCursor);

    public static SessionCursor Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        SessionCursor? cursor;
        try
        {
            cursor = JsonSerializer.Deserialize(json, Default.SessionCursor);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            // The serializer's own text can quote content, so only the place is told.
            var place = error is JsonException at ? $" at '{at.Path ?? "$"}'" : string.Empty;
            throw new FormatException($"The text is not a session cursor: its JSON is not valid{place}.");
        }

        var errors = cursor is null ? ["it is 'null'"] : Errors(cursor).ToList();
        return errors.Count == 0
            ? cursor!
            : throw new FormatException($"The text is not a usable session cursor: {string.Join("; ", errors)}.");
    }

    /// <summary>Everything that is wrong with a cursor.</summary>
    public static IEnumerable<string> Errors(SessionCursor cursor)
    {
        if (cursor.Schema != Rejoin.Client.SessionCursor.SchemaName)
        {
            yield return $"'schema' is not '{Rejoin.Client.SessionCursor.SchemaName}'";
        }

        if (!RejoinProtocol.IsId(cursor.Session))
        {
            yield return "'session' is not a valid id";
        }

        if (cursor.Epoch is not { Length: > 0 and <= RejoinProtocol.EpochMaxLength }
            || cursor.Epoch.Any(c => c is <= ' ' or > '~'))
        {
            yield return "'epoch' is not 1 to 32 visible ASCII characters";
        }

        if (cursor.Offset < 0 || cursor.Generation < 0)
        {
            yield return "'offset' or 'generation' is negative";
        }

        if (cursor.Digest is not null && !LogDigest.TryParse(cursor.Digest, out _))
        {
            yield return "'digest' is not 64 lower-case hexadecimal digits";
        }

        if (cursor.Operations.Any(o => o is Refresh || !RejoinProtocol.IsId(o.Id)))
        {
            yield return "'operations' holds one without a valid id, or a 'refresh'";
        }

        if (cursor.Operations.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count() != cursor.Operations.Count)
        {
            yield return "'operations' holds an id twice";
        }
    }
}
