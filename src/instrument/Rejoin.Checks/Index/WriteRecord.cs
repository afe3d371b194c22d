namespace Rejoin.Checks;

/// <summary>A value that a session attempted to put under a key; all attempts with the same value.</summary>
internal sealed class WriteRecord(string scope, string key, string value)
{
    public string Scope { get; } = scope;

    public string Key { get; } = key;

    public string Value { get; } = value;

    /// <summary>Line of the first attempt.</summary>
    public long Invoked { get; private set; } = long.MaxValue;

    /// <summary>First line that tells that it had been applied: an ack, or a sight; <see cref="long.MaxValue"/> = none
    /// does.</summary>
    public long KnownAt { get; private set; } = long.MaxValue;

    /// <summary>Segment of <see cref="KnownAt"/>; -1 = none.</summary>
    public int KnownIn { get; private set; } = -1;

    /// <summary>Segment in which it was acknowledged; -1 = it was not.</summary>
    public int AcceptedIn { get; private set; } = -1;

    /// <summary>Newest segment in which an attempt began.</summary>
    public int AttemptedIn { get; private set; } = -1;

    /// <summary>Whether every attempt was certainly not applied.</summary>
    public bool IsRefused { get; private set; } = true;

    public void Add(CallRecord call, int attemptedIn, int acceptedIn)
    {
        Invoked = Math.Min(Invoked, call.Invoke.Index);
        IsRefused &= call.IsFail;
        AttemptedIn = Math.Max(AttemptedIn, attemptedIn);
        if (call.IsOk)
        {
            AcceptedIn = AcceptedIn < 0 ? acceptedIn : AcceptedIn;
            Know(call.End!.Index, acceptedIn);
        }
    }

    public void Know(long line, int segment)
    {
        if (line < KnownAt)
        {
            (KnownAt, KnownIn) = (line, segment);
        }
    }
}
