namespace Rejoin.Bench;

/// <summary>What the measured service tells its client, as one line of JSON.</summary>
/// <param name="Port">Port of the reference server.</param>
/// <param name="BarePort">Port of the bare upgrade.</param>
/// <param name="Tokens">Access tokens, one per client; good for nothing but this measurement.</param>
/// <param name="BareSessions">Sessions for the bare upgrade, one per client: rows that the server never loads.</param>
internal sealed record ResumePlan(
    int Port, int BarePort, IReadOnlyList<string> Tokens, IReadOnlyList<string> BareSessions)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ResumePlan);
}
