namespace Rejoin.Checks;

/// <summary>The lines of one session in order: what is known, and what the reads after resumes show of it.</summary>
/// <param name="resumes">Lines at which the resumes that count ended.</param>
internal sealed class RestoredContexts(IReadOnlySet<long> resumes)
{
    private readonly Dictionary<long, HistoryEvent> _invokes = [];
    private readonly List<double> _shares = [];
    private KnownContext _known = new();
    private long? _resumedAt;
    private IReadOnlyList<MessageView>? _history;
    private ContextView? _context;

    /// <summary>Share restored of each resume that counts and was followed by the reads that it takes.</summary>
    public IReadOnlyList<double> Of(IEnumerable<HistoryEvent> session)
    {
        foreach (var line in session)
        {
            Add(line);
        }

        Finish();
        return _shares;
    }

    private void Add(HistoryEvent line)
    {
        if (line.Received is { } received)
        {
            _known.Receive(line.Index, received);
        }
        else if (line is { Type: HistoryEventType.Invoke, Call: { } begun })
        {
            _invokes[begun] = line;
            if (line.Operation is Operation.Connect or Operation.Resume)
            {
                Finish();
            }

            _known.Begin(line);
        }
        else if (line.Call is { } call && _invokes.Remove(call, out var invoke))
        {
            End(invoke, line);
        }
    }

    private void End(HistoryEvent invoke, HistoryEvent end)
    {
        _known.End(invoke, end);
        if (end.Type != HistoryEventType.Ok)
        {
            return;
        }

        if (end.Result?.Attach is { Outcome: not AttachOutcome.Resumed })
        {
            _known = new();
        }
        else if (resumes.Contains(end.Index))
        {
            Finish();
            _resumedAt = invoke.Index;
        }
        else if (_resumedAt < invoke.Index)
        {
            _history ??= end.Result?.History;
            _context ??= end.Result?.Context;
        }
    }

    /// <summary>Compares what is there of the resume before.</summary>
    private void Finish()
    {
        if (_resumedAt is { } index && _known.Restored(index, _history, _context) is { } share)
        {
            _shares.Add(share);
        }

        (_resumedAt, _history, _context) = (null, null, null);
    }
}
