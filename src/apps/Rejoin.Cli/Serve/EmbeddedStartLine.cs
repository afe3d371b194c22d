namespace Rejoin.Cli;

/// <summary>What the embedded service is told on its standard input: one line of JSON.</summary>
internal sealed record EmbeddedStartLine
{
    /// <summary>Secret of the admin channel.</summary>
    public required string Secret { get; init; }

    /// <summary>Folder of the service's data.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Planted bug; null = none.</summary>
    public string? Sabotage { get; init; }

    /// <summary>The line without its secret.</summary>
    public override string ToString() => $"{nameof(EmbeddedStartLine)} {{ Sabotage = {Sabotage} }}";
}
