using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One client operation and where it came from.</summary>
public sealed record OperationRequest
{
    /// <summary>The operation.</summary>
    public required ClientOperation Operation { get; init; }

    /// <summary>Connection that it arrived on.</summary>
    public required ConnectionInfo Connection { get; init; }

    internal LiveSession Session { get; init; } = null!;
}
