namespace Rejoin.Protocol;

/// <summary>A client message that carries an operation id and is answered exactly once per connection.</summary>
/// <remarks>Source: protocol.md, "Operations".</remarks>
public abstract record ClientOperation : ClientMessage
{
    /// <summary>Operation id, chosen by the client and unique in its session: 1 to 64 characters of
    /// <c>A–Z a–z 0–9 - _</c>. A resend carries the same id and has one effect.</summary>
    public required string Id { get; init; }
}
