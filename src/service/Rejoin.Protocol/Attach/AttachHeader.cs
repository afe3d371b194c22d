namespace Rejoin.Protocol;

/// <summary>Request headers with which a native client says hello in the upgrade.</summary>
/// <remarks>Source: protocol.md, "Hello".</remarks>
public static class AttachHeader
{
    /// <summary>Session to resume.</summary>
    public const string Session = "Rejoin-Session";

    /// <summary>Epoch of the position.</summary>
    public const string Epoch = "Rejoin-Epoch";

    /// <summary>Offset of the position.</summary>
    public const string Offset = "Rejoin-Offset";

    /// <summary>"0" if the client takes no snapshot; absent = it does.</summary>
    public const string Snapshots = "Rejoin-Snapshots";
}
