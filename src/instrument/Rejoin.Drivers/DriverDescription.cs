using Rejoin.Checks;

namespace Rejoin.Drivers;

/// <summary>What a driver is and can do.</summary>
public sealed record DriverDescription
{
    /// <summary>Name, such as <c>reference</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the client library that it drives.</summary>
    public required string ClientVersion { get; init; }

    /// <summary>Data frames that its client sends for an attach before its first operation. Range [0, 16]; default 0:
    /// all is in the upgrade.</summary>
    public int AttachFrames { get; init; }

    /// <summary>Operations that it can carry out; a scenario that needs another is unknown, not passed.</summary>
    public required IReadOnlySet<Operation> Operations { get; init; }
}
