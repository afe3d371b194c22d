namespace Rejoin.Runner;

/// <summary>What an embedded service tells the tool on its standard output: one line of JSON.</summary>
internal sealed record EmbeddedReady
{
    public required Uri Url { get; init; }

    public required Uri Http { get; init; }

    public required Uri Admin { get; init; }
}
