namespace Rejoin.Client;

/// <summary>The two places of the hello.</summary>
/// <remarks>Source: protocol.md, "Hello".</remarks>
public enum HelloPlacement
{
    /// <summary>In headers of the upgrade: saves a round trip.</summary>
    UpgradeHeaders,

    /// <summary>In the first message, as browsers must.</summary>
    FirstMessage,
}
