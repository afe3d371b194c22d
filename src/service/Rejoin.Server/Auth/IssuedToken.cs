namespace Rejoin.Server;

/// <summary>Answer of <c>POST /token</c>.</summary>
internal sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt)
{
    public override string ToString() => $"IssuedToken {{ ExpiresAt = {ExpiresAt:O} }}";
}
