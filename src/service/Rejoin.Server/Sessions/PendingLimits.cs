using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Limits of a session that count what is on its way to the store as well.</summary>
/// <remarks>Not thread-safe: guarded by the session's lock.</remarks>
internal sealed class PendingLimits
{
    private readonly int[] held = new int[4];

    /// <summary>What one append counts towards.</summary>
    /// <param name="Slot">Counter; -1 = none.</param>
    /// <param name="Exceeded">Whether the limit forbids it.</param>
    public readonly record struct Hold(int Slot, bool Exceeded);

    public Hold Enter(AppendCommand command, SessionFold fold, LimitOptions limits)
    {
        var (slot, count, limit) = command switch
        {
            { Operation: null } => (-1, 0, 1),
            { Begin.Kind: TurnKind.Reply } => (0, fold.OpenReplies, limits.QueuedTurns),
            { Begin.Kind: TurnKind.Workflow } => (1, fold.OpenWorkflows, limits.ActiveWorkflows),
            { Events: [ValueSet value] } when !fold.HasKey(value.Scope, value.Key) =>
                (2 + (int)value.Scope, fold.CountKeys(value.Scope), limits.KeysPerMap),
            _ => (-1, 0, 1),
        };
        if (slot >= 0)
        {
            count += held[slot]++;
        }

        return new Hold(slot, count >= limit);
    }

    public void Leave(Hold hold)
    {
        if (hold.Slot >= 0)
        {
            held[hold.Slot]--;
        }
    }
}
