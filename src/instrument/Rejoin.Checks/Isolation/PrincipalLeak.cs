namespace Rejoin.Checks;

/// <summary>RJ402: no text or value of a session holds a canary of another principal, or one that the trial does not
/// know.</summary>
/// <remarks>Smallest failing history: a header with sessions of two principals, history read of one with the other's
/// canary. Unknown: fewer than two principals.</remarks>
internal sealed class PrincipalLeak() : HistoryCheck("RJ402", "cross-principal-leak",
    "Nothing of one principal is seen by another.")
{
    private const string Hint = "Content reached somebody whom it does not belong to: stop using the service for "
        + "anything confidential until it is known why; look for shared buffers and for sessions found without "
        + "comparing the owner.";

    public override string? NotJudgedBecause(Contract contract) =>
        contract.Isolation.Principals
            ? null
            : "the contract does not promise that principals are kept apart (isolation.principals)";

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var owners = history.Sessions.ToLookup(session => session.Header.Canary, session => session.Header.Principal);
        var isJudged = history.Sessions.Select(session => session.Header.Principal).Distinct().Skip(1).Any();
        foreach (var session in history.Sessions)
        {
            var strange = session.Foreign
                .Where(sight => !owners[sight.Canary].Contains(session.Header.Principal)).ToArray();
            judgement.Opportunities += isJudged ? session.TextsScanned : strange.Length;
            foreach (var group in strange.GroupBy(sight => sight.Canary))
            {
                var owner = owners[group.Key].FirstOrDefault();
                var whose = owner is null
                    ? "of a session that this trial does not know"
                    : $"of the principal '{owner}'";
                judgement.Fail(session,
                    $"text {whose} (canary '{group.Key}') was seen by the principal '{session.Header.Principal}'",
                    Hint, group.Select(sight => sight.Line.Index));
            }
        }
    }
}
