namespace Rejoin.Checks;

/// <summary>RJ303: the service holds no more connections than clients have.</summary>
/// <remarks>A connection may still be there if it is the newest of its session and was not seen to end, or ended
/// without the service being told, or if its attach is unanswered. Too many are held against the service if nothing had
/// begun or ended for half the operation time of the contract. Smallest failing history: connect, resume, 5 s later
/// counters with 2 connections. Unknown: no counters, or too many in the last ones too soon after something
/// happened.</remarks>
internal sealed class ZombieConnection() : HistoryCheck("RJ303", "zombie-connection",
    "A connection that was replaced or lost is let go.")
{
    private const string Hint = "Connections that nobody uses stay in the service: close the older one when a newer "
        + "takes its session, and remove it from every registry whatever way it ends.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NewestWins(contract)
        ?? Promises.Read(contract, ReadKind.Counters);

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var counts = history.Counters.Where(line => line.Counters!.Connections is not null).ToArray();
        var quietNs = contract.Timeouts.Operation.Ticks * 100 / 2;
        var holds = history.Sessions.Select(session => new ConnectionHold(session)).ToArray();
        var next = 0;
        var changedNs = 0L;
        foreach (var line in counts)
        {
            for (; next < history.History.Events.Count && history.History.Events[next].Index < line.Index; next++)
            {
                var earlier = history.History.Events[next];
                changedNs = earlier.Type is HistoryEventType.Counters or HistoryEventType.Clock
                    or HistoryEventType.Audit or HistoryEventType.Notice ? changedNs : earlier.TimeNs;
            }

            var held = holds.Sum(hold => hold.At(line.Index));
            if (line.Counters!.Connections <= held)
            {
                judgement.Opportunities++;
            }
            else if (line.TimeNs - changedNs >= quietNs)
            {
                judgement.Opportunities++;
                judgement.Fail(history.Sessions.FirstOrDefault(session => IsReplaced(session, line.Index)),
                    $"the service holds {line.Counters.Connections} connection(s), and clients have {held}",
                    Hint, line.Index);
            }
            else if (ReferenceEquals(line, counts[^1]))
            {
                judgement.Unknown(
                    $"the service holds {line.Counters.Connections} connection(s) and clients have {held}, "
                    + $"{Absences.Seconds(line.TimeNs - changedNs)} s after the last line of a client (line "
                    + $"{line.Index}); too many can be told after {Absences.Seconds(quietNs)} s");
            }
        }
    }

    private static bool IsReplaced(SessionIndex session, long line) =>
        session.Attaches.Count(attach => attach.IsOk && attach.Call.End!.Index < line) > 1;
}
