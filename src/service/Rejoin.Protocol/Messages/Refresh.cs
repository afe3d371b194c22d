namespace Rejoin.Protocol;

/// <summary>An operation that presents a new access token of the same principal on the open connection.</summary>
public sealed record Refresh : ClientOperation
{
    /// <summary>Access token, a JWT.</summary>
    public required string Token { get; init; }

    /// <summary>The message without its token.</summary>
    public override string ToString() => $"Refresh {{ Id = {Id} }}";
}
