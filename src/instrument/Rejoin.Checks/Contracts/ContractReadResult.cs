namespace Rejoin.Checks;

/// <summary>A contract, or everything that is wrong with its file.</summary>
public sealed record ContractReadResult
{
    /// <summary>The contract; null if there is an error.</summary>
    public Contract? Contract { get; init; }

    /// <summary>Errors in the order of lines; empty if the contract was read.</summary>
    public IReadOnlyList<YamlError> Errors { get; init; } = [];
}
