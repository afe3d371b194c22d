namespace Rejoin.Checks;

/// <summary>What was accepted before a reset that said that the session is over, and shows after it.</summary>
internal sealed class OldContent
{
    private readonly SessionIndex _session;
    private readonly List<(string What, HistoryEvent Line)> _found = [];

    public OldContent(SessionIndex session)
    {
        _session = session;
        if (session.Ended.IsAfterOne(session.Segments.Count - 1))
        {
            Messages();
            States();
            Events();
        }
    }

    /// <summary>Answers and events after such a reset.</summary>
    public long Looked { get; private set; }

    public IReadOnlyList<(string What, HistoryEvent Line)> Found => _found;

    private bool IsLooked(int segment)
    {
        Looked += _session.Ended.IsAfterOne(segment) ? 1 : 0;
        return _session.Ended.IsAfterOne(segment);
    }

    private void Look(MessageView view, int segment, HistoryEvent line)
    {
        if (_session.IsOldMessage(view.Id, view.Role == "user", view.Turn, view.Text, segment))
        {
            _found.Add(($"the message '{view.Id}'", line));
        }
    }

    private void Messages()
    {
        foreach (var read in _session.Reads.Where(read => IsLooked(read.Segment)))
        {
            foreach (var entry in read.Entries)
            {
                Look(entry.View, read.Segment, read.Line);
            }
        }

        foreach (var attach in _session.Attaches.Where(
            attach => attach is { IsOk: true, Result.SnapshotHistory: not null } && IsLooked(attach.Stretch!.Segment)))
        {
            foreach (var view in attach.Result!.SnapshotHistory!)
            {
                Look(view, attach.Stretch!.Segment, attach.Call.End!);
            }
        }
    }

    private void States()
    {
        foreach (var read in _session.ContextReads)
        {
            var segment = _session.Content.Before(read.Connection, read.End!.Index);
            if (IsLooked(segment))
            {
                var view = read.End.Result!.Context!;
                Values("memory", view.Memory, segment, read.End);
                Values("preference", view.Preferences, segment, read.End);
                foreach (var workflow in view.Workflows)
                {
                    Workflow(workflow.Id, segment, read.End);
                }
            }
        }

        foreach (var read in _session.EffectReads)
        {
            var segment = _session.Content.Before(read.Connection, read.End!.Index);
            if (IsLooked(segment))
            {
                foreach (var workflow in read.End.Result!.Effects!.Select(effect => effect.Workflow).Distinct())
                {
                    Workflow(workflow, segment, read.End);
                }
            }
        }
    }

    private void Values(
        string scope, IReadOnlyDictionary<string, string> values, int segment, HistoryEvent line)
    {
        foreach (var (key, value) in values)
        {
            Value(scope, key, value, segment, line);
        }
    }

    private void Value(string scope, string key, string value, int segment, HistoryEvent line)
    {
        if (_session.Writes.TryGetValue((scope, key, value), out var write)
            && _session.Ended.IsOld(write.AcceptedIn, write.AttemptedIn, segment))
        {
            _found.Add(($"the value of '{key}'", line));
        }
    }

    private void Workflow(string id, int segment, HistoryEvent line)
    {
        if (_session.Starts.TryGetValue(id, out var start)
            && _session.Ended.IsOld(start.AcceptedIn, start.AttemptedIn, segment))
        {
            _found.Add(($"the workflow '{id}'", line));
        }
    }

    private void Events()
    {
        foreach (var received in _session.Received.Where(received => IsLooked(received.Segment)))
        {
            var (item, line) = (received.Event, received.Line);
            if (item is { Id: { } id, Kind: "user_message" or "agent_message" })
            {
                if (_session.IsOldMessage(id, item.Kind == "user_message", item.Turn, item.Text, received.Segment))
                {
                    _found.Add(($"the message '{id}'", line));
                }
            }
            else if (item is { Scope: { } scope, Key: { } key, Value: { } value })
            {
                Value(scope, key, value, received.Segment, line);
            }
            else if (item.Workflow is { } workflow)
            {
                Workflow(workflow, received.Segment, line);
            }
        }
    }
}
