using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The bound on a session's log: old events go once a snapshot that contains them is stored.</summary>
/// <remarks>Not thread-safe: guarded by the session's lock.</remarks>
internal sealed class Retention(SessionServices services, long trimmed)
{
    // Trimming event by event would write a snapshot per event.
    private readonly int slack = Math.Max(8, services.Limits.RetainedEvents / 10);

    /// <summary>Offset of the newest event that is no longer promised; raised before the events go.</summary>
    public long Trimmed { get; private set; } = trimmed;

    public bool IsDue(long head) => head - Trimmed >= services.Limits.RetainedEvents + slack;

    public void Trim(string session, long head, Snapshot snapshot, IReadOnlyList<WorkflowNote> workflows)
    {
        Trimmed = head - services.Limits.RetainedEvents;
        _ = TrimAsync(new TrimCommand(session, Trimmed, snapshot, workflows));
    }

    private async Task TrimAsync(TrimCommand command)
    {
        try
        {
            await services.Store.TrimAsync(command).ConfigureAwait(false);
            SessionLog.Trimmed(services.Log, command.Session, command.UpTo);
        }
        catch (Exception error) when (error is StoreUnavailableException or StoreFailedException)
        {
            // The next trim takes these events as well.
            SessionLog.TrimPostponed(services.Log, command.Session, error);
        }
    }
}
