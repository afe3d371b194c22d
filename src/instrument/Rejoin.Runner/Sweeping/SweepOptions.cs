namespace Rejoin.Runner;

/// <summary>What to sweep.</summary>
public sealed record SweepOptions
{
    /// <summary>Trials at the same time unless a command says otherwise: a trial mostly waits, for durable writes that
    /// the service groups.</summary>
    public const int DefaultParallel = 48;

    /// <summary>Target, driver, contract, folder, seed and degree.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>Conversation whose first session is cut everywhere.</summary>
    public required ConversationScript Script { get; init; }

    /// <summary>Target as commands name it: <c>embedded</c> or an address.</summary>
    public required string TargetName { get; init; }

    /// <summary>Places of each frame.</summary>
    public SweepDepth Depth { get; init; }

    /// <summary>Kinds of cuts; default all.</summary>
    public IReadOnlyList<SweepKind> Kinds { get; init; } = SweepKind.All;

    /// <summary>Whether the cut of a point happens at the same place of every connection; default the first
    /// only.</summary>
    public bool Persistent { get; init; }

    /// <summary>Whether the histories of trials that pass are kept too.</summary>
    public bool Keep { get; init; }
}
