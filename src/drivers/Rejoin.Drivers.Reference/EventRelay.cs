using System.Globalization;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Drivers.Reference;

/// <summary>The way of everything that one client life hands over to the runner's observer.</summary>
/// <param name="observer">Receiver.</param>
/// <param name="firstConnection">Connections of earlier lives: a session object counts its own from 1.</param>
internal sealed class EventRelay(IDriverObserver observer, int firstConnection)
{
    private readonly Lock gate = new();
    private Snapshot? snapshot;
    private string? epoch;
    private bool isDead;

    /// <summary>Connections of earlier lives.</summary>
    public int FirstConnection => firstConnection;

    /// <summary>Forgets the snapshot of the attempt before.</summary>
    public void Begin() => Volatile.Write(ref snapshot, null);

    /// <summary>The snapshot that came since <see cref="Begin"/>; null if none did.</summary>
    public Snapshot? TakeSnapshot() => Interlocked.Exchange(ref snapshot, null);

    /// <summary>Ends the life: what comes from now on is handed to nobody, but that a connection ended.</summary>
    /// <param name="last">What is done at that moment, between two events.</param>
    public void Die(Action last)
    {
        lock (gate)
        {
            last();
            isDead = true;
        }
    }

    public ValueTask HandleAsync(SessionEvent happened, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!isDead || happened is ConnectionClosed)
            {
                Relay(happened);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Relay(SessionEvent happened)
    {
        var connection = firstConnection + happened.Connection;
        switch (happened)
        {
            case VerdictKnown { Verdict: var verdict }:
                epoch = verdict.Epoch;
                break;
            case SnapshotTaken taken:
                Volatile.Write(ref snapshot, taken.Snapshot);
                break;
            case LogEvent { IsSuperseded: true } late:
                observer.Noticed(connection, string.Create(
                    CultureInfo.InvariantCulture, $"event {late.Event.Offset} came after this client had moved on"));
                break;
            case LogEvent log:
                observer.Received(connection, Views.Of(log, epoch));
                break;
            case NoticeReceived { Notice: var notice }:
                observer.Noticed(connection, $"notice {notice.Code}");
                break;
            case IntegrityObserved { Error: var error }:
                observer.Noticed(connection, error.ToString());
                break;
            case ConnectionClosed closed:
                observer.Closed(connection, Views.Of(closed));
                break;
        }
    }
}
