using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The recurring work on all sessions: expiry, sign of life, detaches that could not be written.</summary>
internal sealed class SessionSweep(
    SessionDirectory directory, ISessionStore store, WindowOptions windows, TimeProvider time, ILogger log)
{
    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(windows.SweepMs), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                await SweepAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>One pass.</summary>
    public async Task SweepAsync()
    {
        try
        {
            foreach (var session in directory.Loaded)
            {
                session.PersistDetach();
            }

            var stamped = store.StampAliveAsync();
            var now = time.GetUtcNow();
            var expired = await store.ExpireAsync(
                now - TimeSpan.FromMilliseconds(windows.ResumableMs),
                now - TimeSpan.FromMilliseconds(windows.TombstoneMs)).ConfigureAwait(false);
            foreach (var id in expired)
            {
                directory.Drop(id, CloseCode.InternalError);
            }

            if (expired.Count > 0)
            {
                SessionLog.Expired(log, expired.Count);
            }

            await stamped.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Whatever it was, the next pass does the same work.
            SessionLog.SweepFailed(log, error);
        }
    }
}
