namespace Rejoin.Faults.Links;

/// <summary>Whether the peer's kernel had acknowledged all that was sent to it.</summary>
public enum QueueState
{
    /// <summary>The system does not tell (only Linux does).</summary>
    Unknown,

    /// <summary>Everything was acknowledged.</summary>
    Empty,

    /// <summary>Something was still on its way.</summary>
    NotEmpty,
}
