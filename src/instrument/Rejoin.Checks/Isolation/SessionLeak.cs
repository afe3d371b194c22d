namespace Rejoin.Checks;

/// <summary>RJ401: no text or value of a session holds the canary of another session of its principal, and nothing of
/// a session that a reset ended shows in the one after it.</summary>
/// <remarks>Smallest failing history: a header with two sessions of one principal, history read of one with the other's
/// canary. Or: say m1 ok, resume answered with a reset that says expired, history read with m1. Unknown: fewer than two
/// sessions of the principal, and no such reset.</remarks>
internal sealed class SessionLeak() : HistoryCheck("RJ401", "cross-session-leak",
    "Nothing of one session is seen in another.")
{
    private const string Hint = "Content was filed or sent under another session of the same principal: "
        + "look for buffers and caches that are keyed by principal or connection instead of session.";

    private const string ResetHint = "The new session was filled from the old one: give it an id of its own in every "
        + "store and cache, and find content by that id, not by principal or client.";

    public override string? NotJudgedBecause(Contract contract) =>
        contract.Isolation.Sessions
            ? null
            : "the contract does not promise that sessions are kept apart (isolation.sessions)";

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var siblings = history.Sessions.ToLookup(session => session.Header.Principal);
        var owners = history.Sessions.DistinctBy(session => session.Header.Canary)
            .ToDictionary(session => session.Header.Canary);
        foreach (var session in history.Sessions)
        {
            var principal = session.Header.Principal;
            judgement.Opportunities += siblings[principal].Skip(1).Any() ? session.TextsScanned : 0;
            foreach (var group in session.Foreign.GroupBy(sight => sight.Canary))
            {
                if (owners.TryGetValue(group.Key, out var owner) && owner.Header.Principal == principal)
                {
                    judgement.Fail(session,
                        $"text of the session '{owner.Label}' (canary '{group.Key}') was seen in it",
                        Hint, group.Select(sight => sight.Line.Index));
                }
            }

            After(session, judgement);
        }
    }

    private static void After(SessionIndex session, JudgementBuilder judgement)
    {
        var old = new OldContent(session);
        judgement.Opportunities += old.Looked;
        foreach (var group in old.Found.GroupBy(found => found.What))
        {
            judgement.Fail(session,
                $"{group.Key} of the session that a reset ended was seen in the one after it", ResetHint,
                group.Select(found => found.Line.Index));
        }
    }
}
