namespace Rejoin.Runner;

/// <summary>What to replay.</summary>
public sealed record ReplayOptions
{
    /// <summary>Target, driver, contract, folder and seed.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>The recorded trial.</summary>
    public required ReplayPlan Plan { get; init; }

    /// <summary>Command that replays it.</summary>
    public required string Command { get; init; }
}
