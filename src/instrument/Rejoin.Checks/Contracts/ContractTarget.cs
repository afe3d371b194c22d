namespace Rejoin.Checks;

/// <summary>How a run reaches the service.</summary>
/// <remarks>It is no promise: no check looks at it.</remarks>
public sealed record ContractTarget
{
    /// <summary>What stands for the port of the round, in the address, the arguments and the environment of a
    /// command.</summary>
    public const string PortMark = "{port}";

    /// <summary>Kind.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>WebSocket address, ws or wss; null for the embedded service. That of a command holds
    /// <see cref="PortMark"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Executable and its arguments, 1 to 64; no shell reads them. Empty unless the kind is command.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Folder in which the command is started; null = the folder of the contract file.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables that the command gets beside those of this process, at most 64.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What shows that the service is ready.</summary>
    public ContractReady Ready { get; init; } = new();

    /// <summary>How it is ended.</summary>
    public ContractStop Stop { get; init; } = new();

    /// <summary>How a client shows who it is; default by a token.</summary>
    public AccessKind Access { get; init; } = AccessKind.Token;
}
