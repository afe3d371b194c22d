namespace Rejoin.Runner;

/// <summary>The development issuer's answer.</summary>
internal sealed record TokenReply(string Token)
{
    public override string ToString() => nameof(TokenReply);
}
