namespace Rejoin.Protocol;

/// <summary>A place in a session's log.</summary>
/// <param name="Epoch">Epoch; empty only in <see cref="None"/>.</param>
/// <param name="Offset">Offset in the epoch: 1-based; 0 = nothing yet.</param>
public readonly record struct Position(string Epoch, long Offset)
{
    /// <summary>The place of a client that never attached.</summary>
    public static Position None { get; } = new(string.Empty, 0);
}
