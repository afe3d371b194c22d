namespace Rejoin.Bench;

/// <summary>A session that is resumed over and over.</summary>
/// <param name="Id">Session id.</param>
/// <param name="Token">Access token of its owner; it is good for nothing but this measurement.</param>
internal sealed record ResumeSession(string Id, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
