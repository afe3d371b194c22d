namespace Rejoin.Runner;

/// <summary>How often a client comes back without getting any further. After as many connections in a row as the
/// contract names it gives the place up: a fault that repeats is ended. After as many again it gives up
/// altogether.</summary>
/// <remarks>Source: docs/reference/contract.md, <c>progress.connections</c>.</remarks>
internal sealed class Patience(TrialClient client, int connections)
{
    private (string? Epoch, long Offset, long News)? before;
    private int inVain;

    /// <summary>Whether the client has given the place up, and then came back in vain as often.</summary>
    public bool IsOut => HasGivenUp && inVain >= connections;

    private bool HasGivenUp { get; set; }

    /// <summary>Notes that the client is about to make a connection.</summary>
    /// <returns>Whether the one before brought something.</returns>
    public bool Try()
    {
        var now = client.Progress;
        var isFurther = now != before;
        (before, inVain) = (now, isFurther ? 0 : inVain + 1);
        if (inVain >= connections && !HasGivenUp)
        {
            (HasGivenUp, inVain) = (true, 0);
            client.EndRepeatingFault();
        }

        return isFurther;
    }
}
