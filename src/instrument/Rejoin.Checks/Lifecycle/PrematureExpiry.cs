namespace Rejoin.Checks;

/// <summary>RJ502: a session that was away for less than the longer window is not answered with
/// <c>expired</c>.</summary>
/// <remarks>Absence counts from the last line that the service served, so it is never counted too short; 1 s of
/// tolerance. Other resets within the window are left to RJ114. Smallest failing history: received, clock + 4 min,
/// resume answered with a reset that says expired. Unknown: no resume within the window.</remarks>
internal sealed class PrematureExpiry() : HistoryCheck("RJ502", "premature-expiry",
    "A session does not expire before its window is over.")
{
    private const string Hint = "Expiry comes too early: compare the window of the service with windows in the "
        + "contract, and count from the detach, not from the last message or attach.";

    public override string? NotJudgedBecause(Contract contract) => Promises.Window(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var windowNs = contract.Windows.Resumable!.Value.Ticks * 100;
        foreach (var (attach, _) in Absences.Of(session))
        {
            if (!attach.IsOk || attach.AbsentAtMostNs >= windowNs - Absences.ToleranceNs)
            {
                continue;
            }

            judgement.Opportunities++;
            if (attach.Result is { Outcome: AttachOutcome.Reset, Reason: "expired" })
            {
                judgement.Fail(session,
                    $"resume was answered with expired after an absence of at most "
                        + $"{Absences.Seconds(attach.AbsentAtMostNs)} s; the window is {Absences.Seconds(windowNs)} s "
                        + $"(connection {attach.Connection})",
                    Hint, attach.Call.Invoke.Index, attach.Call.End!.Index);
            }
        }
    }
}
