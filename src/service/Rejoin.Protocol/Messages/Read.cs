namespace Rejoin.Protocol;

/// <summary>An operation that reads what the session holds now; repeating it has no effect.</summary>
public sealed record Read : ClientOperation
{
    /// <summary>What to read.</summary>
    public required ReadTarget What { get; init; }
}
