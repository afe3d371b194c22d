namespace Rejoin.Checks;

/// <summary>A pure function of a history and a contract.</summary>
public interface ICheck
{
    /// <summary>Id, such as <c>RJ101</c>.</summary>
    string Id { get; }

    /// <summary>Name in one or two words, such as <c>lost</c>.</summary>
    string Name { get; }

    /// <summary>Meaning: one sentence.</summary>
    string Meaning { get; }

    /// <summary>Why the contract does not let this check judge anything; null if it does.</summary>
    string? NotJudgedBecause(Contract contract);

    /// <summary>What the history shows.</summary>
    Judgement Judge(HistoryIndex history, Contract contract);
}
