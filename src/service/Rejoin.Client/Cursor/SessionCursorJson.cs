using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The JSON form of a cursor.</summary>
internal static class SessionCursorJson
{
    public static string Write(SessionCursor cursor) => JsonSerializer.Serialize(
        new CursorForm
        {
            Schema = cursor.Schema,
            Session = cursor.Session,
            Epoch = cursor.Epoch,
            Offset = cursor.Offset,
            Digest = cursor.Digest,
            Principal = cursor.Principal,
            Generation = cursor.Generation,
            Operations = cursor.Operations.Count == 0 ? null : [.. cursor.Operations],
        },
        CursorJson.Default.CursorForm);

    public static SessionCursor Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        CursorForm? form;
        try
        {
            form = JsonSerializer.Deserialize(json, CursorJson.Default.CursorForm);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            // The serializer's own text can quote content, so only the place is told.
            var place = error is JsonException at ? $" at '{at.Path ?? "$"}'" : string.Empty;
            throw new FormatException($"The text is not a session cursor: its JSON is not valid{place}.");
        }

        var cursor = new SessionCursor
        {
            Schema = form?.Schema ?? string.Empty,
            Session = form?.Session ?? string.Empty,
            Epoch = form?.Epoch ?? string.Empty,
            Offset = form?.Offset ?? -1,
            Digest = form?.Digest,
            Principal = form?.Principal,
            Generation = form?.Generation ?? 0,
            Operations = [.. form?.Operations?.OfType<ClientOperation>() ?? []],
        };
        var errors = Errors(cursor).ToList();
        if (form?.Operations?.Any(o => o is not ClientOperation) == true)
        {
            errors.Add("'operations' holds something that is no operation");
        }

        return errors.Count == 0
            ? cursor
            : throw new FormatException($"The text is not a usable session cursor: {string.Join("; ", errors)}.");
    }

    /// <summary>Everything that is wrong with a cursor.</summary>
    public static IEnumerable<string> Errors(SessionCursor cursor)
    {
        if (cursor.Schema != SessionCursor.SchemaName)
        {
            yield return $"'schema' is not '{SessionCursor.SchemaName}'";
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
