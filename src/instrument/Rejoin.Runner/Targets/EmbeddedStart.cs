namespace Rejoin.Runner;

/// <summary>What the tool tells an embedded service on its standard input: one line of JSON.</summary>
internal sealed record EmbeddedStart
{
    public required string Secret { get; init; }

    public required string DataFolder { get; init; }

    public string? Sabotage { get; init; }

    public override string ToString() => $"EmbeddedStart {{ Sabotage = {Sabotage} }}";
}
