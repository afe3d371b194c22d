namespace Rejoin.Checks;

/// <summary>A connect or resume, with what the session looked like to the client when it was invoked.</summary>
internal sealed class AttachRecord(CallRecord call)
{
    public CallRecord Call { get; } = call;

    public int Connection { get; } = call.Connection;

    /// <summary>Verdict; null if the attach did not end ok and its verdict is not known.</summary>
    public AttachResult? Result { get; } = call.End?.Result?.Attach;

    public bool IsOk { get; } = call.IsOk && call.End?.Result?.Attach is not null;

    public bool IsResume { get; } = call.Operation == Operation.Resume;

    public long? PresentedOffset { get; } = call.End?.Result?.Attach?.PresentedOffset ?? call.Invoke.Input?.Offset;

    public string? PresentedEpoch { get; } = call.End?.Result?.Attach?.PresentedEpoch ?? call.Invoke.Input?.Epoch;

    /// <summary>Whether content of the session was gone after this attach, and the service said so.</summary>
    public bool SaysEmptied { get; set; }

    /// <summary>Whether content was gone although the service said <c>resumed</c>; judged by RJ208 alone.</summary>
    public bool SilentlyEmptied { get; set; }

    /// <summary>Stretch of offsets that this attach goes on in or begins; null if it did not end ok.</summary>
    public DeliveryStretch? Stretch { get; set; }

    /// <summary>Stretch that the presented position belongs to; null if the client presented none that is
    /// known.</summary>
    public DeliveryStretch? PresentedStretch { get; set; }

    /// <summary>Newest offset of <see cref="PresentedStretch"/> that this client life had processed; null =
    /// none.</summary>
    public long? ProcessedBefore { get; set; }

    /// <summary>Newest offset that it was handed over older connections after the invoke; the attempt may have
    /// presented anything from <see cref="ProcessedBefore"/> to here. Null = none.</summary>
    public long? ProcessedUntil { get; set; }

    /// <summary>Offset that this client life was handed last, which differs after deliveries out of order.</summary>
    public long? HandedLast { get; set; }

    /// <summary>Newest offset that any client life of the session had processed.</summary>
    public long? ProcessedByAny { get; set; }

    /// <summary>Whether an unfinished attach lies between: the client may have processed what no line tells.</summary>
    public bool IsAfterUnfinished { get; set; }

    /// <summary>Longest time that the session can have been without a connection, moved clock included.</summary>
    public long AbsentAtMostNs { get; set; }

    /// <summary>Time from the end of every earlier connection, as the client or the link saw it, to the invoke, moved
    /// clock included; null if one of them was not seen to end.</summary>
    public long? AbsentNs { get; set; }

    /// <summary>Whether the presented position is that of the stretch which the attach goes on in.</summary>
    public bool Continues => IsOk && IsResume && PresentedOffset is not null && Result!.Outcome == AttachOutcome.Resumed
        && !SilentlyEmptied && ReferenceEquals(Stretch, PresentedStretch);
}
