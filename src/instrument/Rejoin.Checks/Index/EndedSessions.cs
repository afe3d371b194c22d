namespace Rejoin.Checks;

/// <summary>Which segments of a session lie before a reset that said that the session is over, as seen from a later
/// one.</summary>
internal sealed class EndedSessions
{
    private readonly int[] _saidUpTo;

    public EndedSessions(IReadOnlyList<SegmentRecord> segments)
    {
        _saidUpTo = new int[segments.Count];
        string? name = null;
        for (var i = 0; i < _saidUpTo.Length; i++)
        {
            var start = segments[i].Start;
            _saidUpTo[i] = IsSaid(start, name) ? i : i == 0 ? 0 : _saidUpTo[i - 1];
            name = start?.Result?.ServiceSession ?? name;
        }
    }

    /// <summary>Whether there is such a reset before a segment.</summary>
    public bool IsAfterOne(int segment) => _saidUpTo[segment] > 0;

    /// <summary>Whether something must not show in a segment: it was accepted before such a reset (-1 = never), and not
    /// attempted after it.</summary>
    public bool IsOld(int acceptedIn, int attemptedIn, int segment) =>
        acceptedIn >= 0 && acceptedIn < _saidUpTo[segment] && attemptedIn < _saidUpTo[segment];

    private static bool IsSaid(AttachRecord? start, string? name) =>
        start is { SaysEmptied: true, Result: { Outcome: AttachOutcome.Reset } result }
        && (result.Reason is "expired" or "unknown" or "corrupt"
            || (name is not null && result.ServiceSession is not null && name != result.ServiceSession));
}
