namespace Rejoin.Checks;

/// <summary>RJ301: an operation on a connection whose session a newer one holds is not accepted.</summary>
/// <remarks>Judged: say, set and start, invoked on the older connection after the newer one's resume had ended ok and
/// before the older was seen to end. Accused if the ack came over the older connection; an ack that says
/// <c>duplicate</c> tells only what was there. Smallest failing history: connect, resume as another client, say on
/// connection 1 ok over connection 1. Unknown: no such operation.</remarks>
internal sealed class SplitBrain() : HistoryCheck("RJ301", "split-brain",
    "Only the newest connection of a session can change it.")
{
    private const string Hint = "Two connections change one session: let the store refuse operations of an older "
        + "generation in the transaction that would apply them, not only close the older connection.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NewestWins(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var taken = Takeovers.Of(session).ToDictionary(pair => pair.Older.Connection, pair => pair.Newer);
        var ends = Takeovers.Ends(session);
        foreach (var call in session.Calls)
        {
            if (call is not { Operation: Operation.Say or Operation.Set or Operation.Start,
                    Invoke: { Connection: { } connection } invoke }
                || !taken.TryGetValue(connection, out var newer) || invoke.Index < newer.Call.End!.Index
                || (ends.TryGetValue(connection, out var end) && end < invoke.Index))
            {
                continue;
            }

            judgement.Opportunities++;
            if (call is { IsOk: true, End.Result.Duplicate: not true } && call.End.Connection == connection)
            {
                judgement.Fail(session,
                    $"{EnumWords<Operation>.Of(call.Operation)} '{invoke.Input?.Id}' was accepted on connection "
                        + $"{connection}, after connection {newer.Connection} had taken the session",
                    Hint, newer.Call.End.Index, invoke.Index, call.End.Index);
            }
        }
    }
}
