namespace Rejoin.Checks;

/// <summary>RJ103: every user message in a read was attempted by this session, by id or by text.</summary>
/// <remarks>Smallest failing history: connect, history read with a user message that no say sent. Messages with another
/// session's canary are left to RJ401 and RJ402. Unknown: no user message in any read.</remarks>
internal sealed class Phantom()
    : HistoryCheck("RJ103", "phantom", "No read of the history shows a message that nobody sent.")
{
    private const string Hint = "The service made up a user message or filed one under the wrong session: "
        + "look for writes of user messages outside the handling of a client operation.";

    public override string? NotJudgedBecause(Contract contract) => Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var accused = new HashSet<MessageRecord>();
        foreach (var read in session.Reads)
        {
            foreach (var entry in read.Entries)
            {
                if (entry is not { IsUser: true, Foreign: null })
                {
                    continue;
                }

                judgement.Opportunities++;
                if (entry.Message.Say is null && accused.Add(entry.Message))
                {
                    judgement.Fail(session,
                        $"message '{entry.View.Id}' is in a read of the history and was never sent by this session",
                        Hint, read.Call.Invoke.Index, read.Line.Index);
                }
            }
        }
    }
}
