namespace Rejoin.Checks;

/// <summary>What must not be seen by others.</summary>
public sealed record ContractIsolation
{
    /// <summary>Whether sessions of one principal are kept apart; default true.</summary>
    public bool Sessions { get; init; } = true;

    /// <summary>Whether principals are kept apart; default true.</summary>
    public bool Principals { get; init; } = true;
}
