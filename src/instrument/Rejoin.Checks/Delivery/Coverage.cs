namespace Rejoin.Checks;

/// <summary>Offsets of a stretch that were handed over, or that something else stands for.</summary>
internal sealed class Coverage
{
    private readonly List<(long First, long Last)> _ranges = [];
    private readonly List<long> _offsets;
    private readonly long _base;
    private readonly long _newest;

    public Coverage(DeliveryStretch stretch)
    {
        _offsets = stretch.Offsets;
        _newest = _offsets.Count == 0 ? 0 : _offsets[^1];
        foreach (var attach in stretch.Attaches)
        {
            _newest = Math.Max(_newest,
                Math.Max(attach.Result!.ReplayedOffset ?? 0, attach.Result.SnapshotOffset ?? 0));
            Cover(attach);
        }

        _base = Math.Min(_offsets.Count == 0 ? _newest : _offsets[0] - 1, Start(stretch) ?? long.MaxValue);
        Expected = Math.Max(0, _newest - _base);
        _ranges.Sort();
    }

    /// <summary>Number of offsets that must be covered.</summary>
    public long Expected { get; }

    /// <summary>Ranges of offsets that nothing covers, ascending.</summary>
    public IEnumerable<(long First, long Last)> Gaps()
    {
        var (next, range) = (_base + 1, 0);
        foreach (var offset in _offsets.Append(_newest + 1))
        {
            for (; range < _ranges.Count && _ranges[range].First <= offset; range++)
            {
                if (_ranges[range].First > next)
                {
                    yield return (next, _ranges[range].First - 1);
                }

                next = Math.Max(next, _ranges[range].Last + 1);
            }

            if (offset > next)
            {
                yield return (next, offset - 1);
            }

            next = Math.Max(next, offset + 1);
        }
    }

    /// <summary>Offset after which the first attach of a stretch begins; null if no line tells.</summary>
    private static long? Start(DeliveryStretch stretch)
    {
        if (stretch.Attaches.Count == 0 || stretch.Attaches[0].SilentlyEmptied)
        {
            return null;
        }

        var first = stretch.Attaches[0];
        return first.Result!.Outcome == AttachOutcome.Resumed ? first.PresentedOffset : 0;
    }

    private void Cover(AttachRecord attach)
    {
        var result = attach.Result!;
        Add(result.Outcome == AttachOutcome.Resumed ? attach.PresentedOffset ?? 0 : 0, result.SnapshotOffset);
        if (attach.PresentedOffset is not { } presented || result.Outcome != AttachOutcome.Resumed)
        {
            return;
        }

        // A service that says that it left something out has said so, and a wrong cursor is judged by RJ116.
        if (result.Degraded == true)
        {
            Add(presented, result.ReplayedOffset);
        }

        Add(presented, result.From);
        Add(attach.ProcessedUntil ?? attach.ProcessedBefore ?? attach.ProcessedByAny, presented);
    }

    private void Add(long? after, long? last)
    {
        if (after is { } from && last is { } to && to > from)
        {
            _ranges.Add((from + 1, to));
        }
    }
}
