namespace Rejoin.Checks;

/// <summary>A workflow that a session attempted to start; all attempts with its id.</summary>
internal sealed class StartRecord(string id, CallRecord call)
{
    public string Id { get; } = id;

    public CallRecord Call { get; private set; } = call;

    /// <summary>Segment in which it was accepted; -1 = it was not.</summary>
    public int AcceptedIn { get; private set; } = -1;

    public bool IsAccepted => AcceptedIn >= 0;

    /// <summary>Whether every attempt was certainly not applied.</summary>
    public bool IsRefused { get; private set; } = true;

    /// <summary>Newest segment in which an attempt began.</summary>
    public int AttemptedIn { get; private set; } = -1;

    public void Add(CallRecord call, int attemptedIn, int acceptedIn)
    {
        IsRefused &= call.IsFail;
        AttemptedIn = Math.Max(AttemptedIn, attemptedIn);
        if (call.IsOk && !IsAccepted)
        {
            (Call, AcceptedIn) = (call, acceptedIn);
        }
    }
}
