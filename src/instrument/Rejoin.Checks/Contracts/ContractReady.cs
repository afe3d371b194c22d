namespace Rejoin.Checks;

/// <summary>What shows that a service is ready; with neither a line nor an address, that its port takes
/// connections.</summary>
public sealed record ContractReady
{
    /// <summary>Text in a line that it writes to standard output or standard error, 1 to 256 characters; null = no line
    /// is waited for.</summary>
    public string? Line { get; init; }

    /// <summary>Address that answers GET with a status of 200 to 299; <c>{port}</c> stands for the port of the round;
    /// null = none is asked.</summary>
    public string? Http { get; init; }

    /// <summary>Longest time from the start until then. Range [1 ms, 1 h]; default 30 s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(30);
}
