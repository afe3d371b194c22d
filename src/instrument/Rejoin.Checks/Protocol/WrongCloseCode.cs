namespace Rejoin.Checks;

/// <summary>RJ601: a connection that was superseded or left is closed with a code that the contract lists for
/// it.</summary>
/// <remarks>Superseded: a newer connection of the session was being attached before the close, and did attach; no fault
/// hit the closed one. Left: a leave on it ended ok. Smallest failing history: connect, resume, connection 1 closed by
/// the peer with 1000. Unknown: no such close.</remarks>
internal sealed class WrongCloseCode() : HistoryCheck("RJ601", "close-code",
    "A connection is closed with the code that the contract states.")
{
    private const string Hint = "The client decides by the code whether it comes back: "
        + "send a code of closeCodes in the contract, or correct the contract.";

    public override string? NotJudgedBecause(Contract contract) =>
        contract.CloseCodes.Superseded.Count + contract.CloseCodes.Left.Count > 0
            ? null
            : "the contract states no close codes (closeCodes.superseded, closeCodes.left)";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var situations = new CloseSituations(session, contract.CloseCodes);
        foreach (var line in session.Closed)
        {
            if (line is not { Closed: { By: "peer", Code: { } code }, Connection: { } connection })
            {
                continue;
            }

            var (situation, allowed, cause) = situations.Of(line, connection);
            if (allowed.Count == 0)
            {
                continue;
            }

            judgement.Opportunities++;
            if (!allowed.Contains(code))
            {
                judgement.Fail(session,
                    $"connection {connection} was {situation} and closed with {code}; the contract states "
                        + $"{string.Join(", ", allowed)}",
                    Hint, cause, line.Index);
            }
        }
    }
}
