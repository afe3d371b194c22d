namespace Rejoin.Checks;

/// <summary>Makes the values and workflows of a session: what was attempted, and since when each is known to be
/// there.</summary>
/// <param name="session">Session, parted into segments.</param>
/// <param name="isOnce">Whether operations take effect once, so that a sight counts as an ack.</param>
internal sealed class StateTables(SessionIndex session, bool isOnce)
{
    public void Build()
    {
        foreach (var call in session.Calls)
        {
            var attempted = session.Content.Before(call.Invoke.Connection ?? 0, call.Invoke.Index);
            var accepted = call.End is { } end ? session.Content.Before(call.Connection, end.Index) : -1;
            if (call is
                {
                    Operation: Operation.Set, Invoke.Input: { Scope: { } scope, Key: { } key, Value: { } value },
                })
            {
                Write(scope, key, value).Add(call, attempted, accepted);
            }
            else if (call is { Operation: Operation.Start, Invoke.Input.Id: { } id })
            {
                if (!session.Starts.TryGetValue(id, out var start))
                {
                    session.Starts.Add(id, start = new StartRecord(id, call));
                }

                start.Add(call, attempted, accepted);
            }
        }

        if (isOnce)
        {
            Sights();
        }
    }

    private WriteRecord Write(string scope, string key, string value)
    {
        if (!session.Writes.TryGetValue((scope, key, value), out var write))
        {
            session.Writes.Add((scope, key, value), write = new WriteRecord(scope, key, value));
        }

        return write;
    }

    private void Sights()
    {
        foreach (var received in session.Received)
        {
            if (received.Event is { Kind: "value_set", Scope: { } scope, Key: { } key, Value: { } value })
            {
                See(scope, key, value, received.Line, received.Segment);
            }
        }

        foreach (var read in session.ContextReads)
        {
            var segment = session.Content.Before(read.Connection, read.End!.Index);
            foreach (var (key, value) in read.End.Result!.Context!.Memory)
            {
                See("memory", key, value, read.End, segment);
            }

            foreach (var (key, value) in read.End.Result.Context.Preferences)
            {
                See("preference", key, value, read.End, segment);
            }
        }
    }

    private void See(string scope, string key, string value, HistoryEvent line, int segment)
    {
        if (session.Writes.TryGetValue((scope, key, value), out var write))
        {
            write.Know(line.Index, segment);
        }
    }
}
