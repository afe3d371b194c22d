namespace Rejoin.Checks;

/// <summary>RJ302: a connection whose session a newer one took gets no event beyond the head that the newer one was
/// told.</summary>
/// <remarks>What is on its way when the newer one attaches lies at or below that head. Judged on lines after the
/// newer one's resume ended ok. Smallest failing history: connect, resume as another client with head 1, event 2
/// received on connection 1. Unknown: no connection was still up when a newer one took its session.</remarks>
internal sealed class ZombieDelivery() : HistoryCheck("RJ302", "zombie-delivery",
    "Events go to the newest connection of a session only.")
{
    private const string Hint = "The older connection still receives live events: exchange the receiver under the lock "
        + "under which the head of the resume is read.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NewestWins(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var taken = new Dictionary<int, AttachRecord>();
        var ends = Takeovers.Ends(session);
        foreach (var (older, newer) in Takeovers.Of(session))
        {
            taken[older.Connection] = newer;
            var isUp = !ends.TryGetValue(older.Connection, out var end) || end > newer.Call.Invoke.Index;
            judgement.Opportunities += isUp && newer.Result!.Head is not null ? 1 : 0;
        }

        var accused = new HashSet<int>();
        foreach (var received in session.Received)
        {
            if (taken.TryGetValue(received.Connection, out var newer) && received.Line.Index > newer.Call.End!.Index
                && received.Event.Offset > newer.Result!.Head && ReferenceEquals(received.Stretch, newer.Stretch)
                && accused.Add(received.Connection))
            {
                judgement.Fail(session,
                    $"event {received.Event.Offset} was handed over on connection {received.Connection}, after "
                        + $"connection {newer.Connection} had taken the session at {newer.Result.Head}",
                    Hint, newer.Call.End.Index, received.Line.Index);
            }
        }
    }
}
