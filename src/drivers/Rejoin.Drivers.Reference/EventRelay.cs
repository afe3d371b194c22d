using System.Globalization;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Drivers.Reference;

/// <summary>The way of everything that a session hands over to the runner's observer.</summary>
internal sealed class EventRelay(IDriverObserver observer)
{
    private Snapshot? snapshot;
    private string? epoch;

    /// <summary>Connections of earlier lives: a session object counts its own from 1.</summary>
    public int FirstConnection { get; set; }

    /// <summary>Forgets the snapshot of the attempt before.</summary>
    public void Begin() => Volatile.Write(ref snapshot, null);

    /// <summary>The snapshot that came since <see cref="Begin"/>; null if none did.</summary>
    public Snapshot? TakeSnapshot() => Interlocked.Exchange(ref snapshot, null);

    public ValueTask HandleAsync(SessionEvent happened, CancellationToken cancellation)
    {
        var connection = FirstConnection + happened.Connection;
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

        return ValueTask.CompletedTask;
    }
}
