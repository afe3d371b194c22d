namespace Rejoin.Checks;

/// <summary>One attempt to resume, with what objectives need to know about it.</summary>
internal sealed record ResumeAttempt
{
    /// <summary>The operation.</summary>
    public required CallRecord Call { get; init; }

    /// <summary>Label of the session.</summary>
    public required string Session { get; init; }

    /// <summary>Whether a fault of the plan hit the connection of this attempt.</summary>
    public required bool IsHit { get; init; }

    /// <summary>Least and most nanoseconds without a connection, moved clock included; they differ where an attempt
    /// before may or may not have attached. Null if the session never had a connection.</summary>
    public (long Least, long Most)? AbsenceNs { get; init; }

    /// <summary>Whether it came from another place than the attach before; null if that is not known.</summary>
    public bool? IsMoved { get; init; }

    /// <summary>Seconds to the end of its replay; infinity if it failed or never ended; null if it is no sample: hit
    /// by a fault, answered with a reset, or ended by the user.</summary>
    public double? Seconds
    {
        get
        {
            if (Call is { IsOk: true, End.Result.Attach: { } attach })
            {
                var elapsedNs = attach.ElapsedNs ?? Call.End.TimeNs - Call.Invoke.TimeNs;
                return attach.Outcome == AttachOutcome.Resumed ? elapsedNs / 1e9 : null;
            }

            // An attempt that the user's own interrupt ended says nothing about the service.
            return IsHit || Call.End?.Error?.Code == "cancelled" ? null : double.PositiveInfinity;
        }
    }

    /// <summary>Whether the absence before it certainly lies in a window; every one does if none is named.</summary>
    public bool IsIn(AbsenceWindow? window, ContractWindows windows)
    {
        var (over, most) = window switch
        {
            AbsenceWindow.Brief => (null, windows.Brief),
            AbsenceWindow.Medium => (windows.Brief, windows.Medium),
            _ => ((TimeSpan?)null, (TimeSpan?)null),
        };
        return window is null || (AbsenceNs is { } absence && most is { } longest
            && absence.Most <= longest.Ticks * 100 && (over is null || absence.Least > over.Value.Ticks * 100));
    }
}
