namespace Rejoin.Checks;

/// <summary>RJ207: principal and session keep their names over resumes, until a reset says that the session is a new
/// one.</summary>
/// <remarks>Smallest failing history: connect as 'ada', resume, context read with principal 'bob'. Unknown: the service
/// names neither.</remarks>
internal sealed class IdentityDrift() : HistoryCheck("RJ207", "identity-drift",
    "Principal and session are the same after a resume.")
{
    private const string Hint = "The resumed connection is bound to another identity: "
        + "take principal and session from the store's session, not from what the connection brings along.";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        string? principal = null;
        string? name = null;
        var accused = new HashSet<string>();
        foreach (var sight in IdentitySights.Of(session))
        {
            if (sight.IsNewSession)
            {
                name = null;
            }

            judgement.Opportunities += sight.IsAfterResume && (sight.Principal ?? sight.Session) is not null ? 1 : 0;
            Compare(session, "principal", principal, sight.Principal, sight.Line, accused, judgement);
            Compare(session, "session", name, sight.Session, sight.Line, accused, judgement);
            principal ??= sight.Principal;
            name ??= sight.Session;
        }
    }

    private static void Compare(
        SessionIndex session, string what, string? before, string? now, HistoryEvent line,
        HashSet<string> accused, JudgementBuilder judgement)
    {
        if (before is not null && now is not null && before != now && accused.Add($"{what} {now}"))
        {
            judgement.Fail(session, $"the service names the {what} '{now}', and named it '{before}' before", Hint,
                line.Index);
        }
    }
}
