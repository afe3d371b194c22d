namespace Rejoin.Checks;

/// <summary>RJ208: a session that the service calls resumed still has something of what it had.</summary>
/// <remarks>Accused if a message had been acknowledged before, a read follows, and nothing that was known before the
/// resume is in any later read; what follows is then not held against RJ101 and the others. Smallest failing history:
/// say m1 ok, resume answered resumed, history read without anything. Unknown: no resume with an acknowledged message
/// before it and a read after it.</remarks>
internal sealed class SilentReset() : HistoryCheck("RJ208", "silent-reset",
    "A session that is called resumed has what it had.")
{
    private const string Hint = "The service opened an empty session and called it resumed: "
        + "answer a session that is not found with a reset and its reason.";

    public override string? NotJudgedBecause(Contract contract) =>
        Promises.Honest(contract) ?? Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var firstAck = session.Says.Where(message => message.IsAccepted).Select(message => message.Say!.End!.Index)
            .DefaultIfEmpty(long.MaxValue).Min();
        var lastRead = session.Reads.Count == 0 ? 0 : session.Reads[^1].Call.Invoke.Index;
        foreach (var attach in session.Attaches)
        {
            var isJudged = attach is { IsOk: true, IsResume: true, Result.Outcome: AttachOutcome.Resumed }
                && firstAck < attach.Call.Invoke.Index && lastRead > attach.Call.Invoke.Index;
            judgement.Opportunities += isJudged ? 1 : 0;
            if (attach.SilentlyEmptied && judgement.IsFull)
            {
                judgement.FailUnlisted();
            }
            else if (attach.SilentlyEmptied)
            {
                var read = session.Reads.First(read => read.Call.Invoke.Index > attach.Call.Invoke.Index);
                judgement.Fail(session,
                    $"resume was answered resumed, and nothing that was in the session is there any more "
                        + $"(connection {attach.Connection})",
                    Hint, firstAck, attach.Call.Invoke.Index, attach.Call.End!.Index, read.Line.Index);
            }
        }
    }
}
