namespace Rejoin.Checks;

/// <summary>RJ501: a session that was away for longer than the longer window is over, and the client is told
/// so.</summary>
/// <remarks>Right are a reset that says <c>expired</c> (after 24 h also <c>unknown</c>), and a refusal; the
/// refusal is an opportunity if the contract promises it (<c>expiry: refuse</c>). A session that is called
/// resumed and is empty is left to RJ208. Absence counts from the end of the connection as the client and the link saw
/// it, moved clock included, with 1 s of tolerance. Smallest failing history: say m1 ok, drop, clock + 6 min, resume
/// answered resumed, history with m1. Unknown: no such absence, or no read that tells what is left.</remarks>
internal sealed class AcceptedAfterExpiry() : HistoryCheck("RJ501", "accepted-after-expiry",
    "A session that expired is not resumed, and the client is told.")
{
    private const string Hint = "Expiry is not applied where sessions are resumed: compare the time of the detach with "
        + "the clock at every attach, and answer with a reset that says expired.";

    /// <summary>Time for which a service remembers that a session expired, in nanoseconds: 24 h, as long as the
    /// reference service keeps a tombstone. After a longer absence it may not know the session any more.</summary>
    private const long RememberedNs = 24 * 3_600_000_000_000;

    public override string? NotJudgedBecause(Contract contract) => Promises.Window(contract)
        ?? (contract.Expiry is null ? "the contract does not promise that sessions expire (expiry)" : null);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var windowNs = contract.Windows.Resumable!.Value.Ticks * 100;
        foreach (var (attach, absentNs) in Absences.Of(session))
        {
            if (absentNs is not { } awayNs || awayNs <= windowNs + Absences.ToleranceNs
                || (!attach.IsOk && !IsRefusal(session, attach, contract)))
            {
                continue;
            }

            var result = attach.Result;
            var problem = result?.Outcome switch
            {
                AttachOutcome.Opened => "a new session was opened and nothing was said of the old one",
                AttachOutcome.Reset when result!.Reason != "expired"
                    && (result.Reason != "unknown" || awayNs <= RememberedNs) =>
                    $"it was answered with a reset, reason '{result.Reason}', which does not say that it expired",
                AttachOutcome.Resumed when attach.SilentlyEmptied => null,
                AttachOutcome.Resumed when IsShown(session, attach) => "it was resumed with what it had",
                AttachOutcome.Resumed => "",
                _ => null,
            };
            if (problem is "")
            {
                judgement.Unknown($"session '{session.Label}' was resumed after it expired (line "
                    + $"{attach.Call.End!.Index}), and no read of the history tells what is left of it");
                continue;
            }

            judgement.Opportunities++;
            if (problem is not null)
            {
                judgement.Fail(session,
                    $"after an absence of {Absences.Seconds(awayNs)} s, with a window of "
                        + $"{Absences.Seconds(windowNs)} s, {problem} (connection {attach.Connection})",
                    Hint, attach.Call.Invoke.Index, attach.Call.End!.Index);
            }
        }
    }

    /// <summary>Whether a failed resume is the refusal that the contract promises, and not the work of a fault or of
    /// the client.</summary>
    private static bool IsRefusal(SessionIndex session, AttachRecord attach, Contract contract) =>
        contract.Expiry == Expiry.Refuse && attach.Call.End!.Error?.Code != "not-sent"
        && !session.Cut.Contains(attach.Connection);

    /// <summary>Whether something that was known before the resume shows after it.</summary>
    private static bool IsShown(SessionIndex session, AttachRecord attach) =>
        attach.Result!.SnapshotHistory is { Count: > 0 }
        || session.Messages.Values.Any(message => message.LastRead >= 0 && message.KnownAt > 0
            && message.KnownAt < attach.Call.Invoke.Index
            && session.Reads[message.LastRead].Call.Invoke.Index > attach.Call.End!.Index);
}
