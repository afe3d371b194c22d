namespace Rejoin.Checks;

/// <summary>Who speaks the service's protocol.</summary>
/// <remarks>It is no promise: no check looks at it.</remarks>
public sealed record ContractDriver
{
    /// <summary>Kind.</summary>
    public required DriverKind Kind { get; init; }

    /// <summary>Executable and its arguments, 1 to 64; no shell reads them. Empty unless the kind is stdio.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Folder in which the command is started; null = the folder of the contract file.</summary>
    public string? Folder { get; init; }
}
