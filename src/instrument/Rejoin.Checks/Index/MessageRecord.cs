namespace Rejoin.Checks;

/// <summary>One message of a session: the say that attempted it, if any, and where it was seen.</summary>
internal sealed class MessageRecord(string id, CallRecord? say)
{
    public string Id { get; } = id;

    /// <summary>The say; null for an agent's message and for a message that nobody sent. Of several with one id, which
    /// a restarted client may make, the one that was accepted.</summary>
    public CallRecord? Say { get; private set; } = say;

    /// <summary>Another say with the same id: one attempt, accepted if either was.</summary>
    public void TryAgain(CallRecord say)
    {
        if (Say is null || (!Say.IsOk && (say.IsOk || Say.IsFail)))
        {
            Say = say;
        }
    }

    public bool IsAccepted => Say is { IsOk: true };

    public bool IsUnknown => Say is { IsUnknown: true };

    /// <summary>Segment in which the say was invoked and ended; -1 if a reset lies between.</summary>
    public int Segment { get; set; } = -1;

    /// <summary>Newest segment in which a say with its id was invoked; -1 = none.</summary>
    public int AttemptedIn { get; set; } = -1;

    /// <summary>Ordinal of the first read that shows it; -1 = none.</summary>
    public int FirstRead { get; set; } = -1;

    /// <summary>Ordinal of the last read that shows it; -1 = none.</summary>
    public int LastRead { get; set; } = -1;

    /// <summary>Ordinal of the read looked at last, while reads are walked in order.</summary>
    public int Stamp { get; set; } = -1;

    /// <summary>Line that first showed it to the client or acknowledged it; 0 = none.</summary>
    public long KnownAt { get; set; }
}
