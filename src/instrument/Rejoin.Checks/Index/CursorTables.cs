namespace Rejoin.Checks;

/// <summary>Follows what each client life has processed, so that each resume can be compared with it.</summary>
internal sealed class CursorTables(SessionCollector collector)
{
    private readonly Dictionary<(string Client, DeliveryStretch Stretch), ClientProgress> _progress = [];
    private readonly Dictionary<DeliveryStretch, long> _newest = [];
    private readonly HashSet<string> _unfinished = [];
    private readonly Dictionary<string, AttachRecord> _pending = [];

    public void Build()
    {
        foreach (var step in collector.Steps)
        {
            if (step.Received is { } received)
            {
                HandOver(received);
            }
            else if (step.IsEnd)
            {
                End(collector.Attach(step.Call!));
            }
            else
            {
                Begin(collector.Attach(step.Call!));
            }
        }
    }

    private void HandOver(ReceivedRecord received)
    {
        if (received is not { Event.Offset: { } offset, Stretch: { } stretch })
        {
            return;
        }

        if (_pending.TryGetValue(received.Line.Client ?? "", out var attach) && received.Connection < attach.Connection
            && ReferenceEquals(attach.PresentedStretch, stretch))
        {
            attach.ProcessedUntil = Math.Max(attach.ProcessedUntil ?? 0, offset);
        }

        var progress = Of(received.Line.Client, stretch);
        received.RepeatOf = progress.FirstLine(offset, received.Line.Index);
        progress.Newest = Math.Max(progress.Newest ?? 0, offset);
        progress.Last = offset;
        _newest[stretch] = Math.Max(_newest.GetValueOrDefault(stretch), offset);
    }

    private void Begin(AttachRecord attach)
    {
        var client = attach.Call.Invoke.Client ?? "";
        if (attach.PresentedStretch is { } stretch)
        {
            if (_progress.TryGetValue((client, stretch), out var progress))
            {
                attach.ProcessedBefore = progress.Newest;
                attach.HandedLast = progress.Last;
            }

            attach.ProcessedByAny = _newest.TryGetValue(stretch, out var newest) ? newest : null;
        }

        _pending[client] = attach;
        attach.IsAfterUnfinished = _unfinished.Contains(client);
        _unfinished.Add(client);
    }

    private void End(AttachRecord attach)
    {
        var client = attach.Call.Invoke.Client ?? "";
        _pending.Remove(client);
        if (attach.Result is not { } result || attach.Stretch is not { } stretch)
        {
            return;
        }

        if (attach.IsOk)
        {
            _unfinished.Remove(client);
        }

        // Where a client is that was not told of a reset only the next event shows.
        if (attach.SilentlyEmptied)
        {
            return;
        }

        var reached = Math.Max(result.SnapshotOffset ?? 0, attach.Continues ? attach.PresentedOffset!.Value : 0);
        var progress = Of(client, stretch);
        progress.Newest = Math.Max(progress.Newest ?? 0, reached);
        _newest[stretch] = Math.Max(_newest.GetValueOrDefault(stretch), reached);
    }

    private ClientProgress Of(string? client, DeliveryStretch stretch)
    {
        var key = (client ?? "", stretch);
        if (!_progress.TryGetValue(key, out var progress))
        {
            _progress.Add(key, progress = new ClientProgress());
        }

        return progress;
    }
}
