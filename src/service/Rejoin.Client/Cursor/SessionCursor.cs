using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>What a client must keep to come back to its session after a crash or restart: no access token, so it may
/// be stored.</summary>
/// <remarks>Store it together with the effects of the events that it counts as processed. Source: protocol.md,
/// "Verdict".</remarks>
public sealed record SessionCursor
{
    /// <summary>Form of the JSON text.</summary>
    public const string SchemaName = "rejoin.cursor/1";

    /// <summary>Form; always <see cref="SchemaName"/>.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>Session id.</summary>
    public required string Session { get; init; }

    /// <summary>Epoch of the position.</summary>
    public required string Epoch { get; init; }

    /// <summary>Offset of the last event that was processed; 0 = none.</summary>
    public required long Offset { get; init; }

    /// <summary>Log digest at that offset, 64 hexadecimal digits; null = not known, it is then not compared.</summary>
    public string? Digest { get; init; }

    /// <summary>Owner of the session; null = not known, it is then not compared.</summary>
    public string? Principal { get; init; }

    /// <summary>Highest generation that was seen; 0 = not known.</summary>
    public long Generation { get; init; }

    /// <summary>Operations that were not answered, in order; without <see cref="Refresh"/>. Default none.</summary>
    public IReadOnlyList<ClientOperation> Operations { get; init; } = [];

    /// <summary>Position of the cursor.</summary>
    public Position Position => new(Epoch, Offset);

    /// <summary>The JSON text.</summary>
    public string ToJson() => SessionCursorJson.Write(this);

    /// <summary>The cursor in a JSON text.</summary>
    /// <exception cref="FormatException">The text is no cursor; the message names every error.</exception>
    public static SessionCursor FromJson(string json) => SessionCursorJson.Read(json);
}
