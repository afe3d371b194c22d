namespace Rejoin.Checks;

/// <summary>A check that judges a history session by session.</summary>
internal abstract class HistoryCheck(string id, string name, string meaning) : ICheck
{
    public string Id => id;

    public string Name => name;

    public string Meaning => meaning;

    public virtual string? NotJudgedBecause(Contract contract) => null;

    public Judgement Judge(HistoryIndex history, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(contract);
        var judgement = new JudgementBuilder(id);
        Judge(history, contract, judgement);
        return judgement.Build();
    }

    protected virtual void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        foreach (var session in history.Sessions)
        {
            Judge(session, contract, judgement);
        }
    }

    protected virtual void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
    }
}
