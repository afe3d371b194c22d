namespace Rejoin.Checks;

/// <summary>Parts a session's messages, reads and events by where its content and its offsets begin anew.</summary>
internal sealed class SegmentTables(SessionIndex session, ContinuityTables continuity)
{
    private readonly Dictionary<(int Ordinal, string Epoch), DeliveryStretch> _stretches = [];
    private readonly Dictionary<int, AttachRecord> _attachOf = [];

    public void Build()
    {
        session.Content = continuity.Content;
        session.Segments.Add(new SegmentRecord(null));
        foreach (var attach in session.Attaches.Where(attach => attach.SaysEmptied || attach.SilentlyEmptied))
        {
            session.Segments.Add(new SegmentRecord(attach));
        }

        session.Ended = new EndedSessions(session.Segments);
        Attaches();
        Says();
        Attempts();
        Received();
        session.Stretches.ForEach(stretch => stretch.SortOffsets());
        Reads();
        Presented();
    }

    private void Attaches()
    {
        foreach (var attach in session.Attaches)
        {
            if (attach.Connection > 0)
            {
                _attachOf[attach.Connection] = attach;
            }

            if (attach.Result is { } result)
            {
                attach.Stretch = Stretch(attach.Connection, attach.Call.End!.Index, result.Epoch ?? "");
                attach.Stretch.Attaches.Add(attach);
                if (result.SnapshotHistory is not null)
                {
                    session.Segments[attach.Stretch.Segment].Snapshots.Add(attach);
                }
            }
        }
    }

    private void Says()
    {
        foreach (var message in session.Says)
        {
            var (invoke, end) = (message.Say!.Invoke, message.Say.End);
            var segment = continuity.Content.Before(invoke.Connection ?? 0, invoke.Index);
            var ended = end is null ? segment : continuity.Content.Before(message.Say.Connection, end.Index);
            message.Segment = segment == ended ? segment : -1;
            if (message.IsAccepted && message.Segment >= 0)
            {
                session.Segments[segment].Accepted.Add(message);
            }
        }
    }

    private void Attempts()
    {
        foreach (var call in session.Calls)
        {
            if (call is { Operation: Operation.Say, Invoke: { Input.Id: { } id } invoke })
            {
                var message = session.Messages[id];
                message.AttemptedIn = Math.Max(
                    message.AttemptedIn, continuity.Content.Before(invoke.Connection ?? 0, invoke.Index));
            }
        }
    }

    private void Received()
    {
        foreach (var received in session.Received)
        {
            received.Attach = _attachOf.GetValueOrDefault(received.Connection);
            received.Segment = continuity.Content.Before(received.Connection, received.Line.Index);
            var epoch = received.Event.Epoch ?? received.Attach?.Result?.Epoch ?? "";
            received.Stretch = Stretch(received.Connection, received.Line.Index, epoch);
            received.Stretch.Received.Add(received);
            received.Foreign ??= received is { Message: not null, Event: { Id: { } id } item } && session.IsOldMessage(
                id, item.Kind == "user_message", item.Turn, item.Text, received.Segment)
                ? session.Header.Canary
                : null;
            if (received is { Message: not null, Foreign: null })
            {
                session.Segments[received.Segment].Received.Add(received);
            }
        }
    }

    private void Reads()
    {
        ReadRecord? previous = null;
        foreach (var read in session.Reads)
        {
            read.Segment = continuity.Content.Before(read.Call.Connection, read.Line.Index);
            read.Stretch = _attachOf.GetValueOrDefault(read.Call.Connection)?.Stretch;
            session.Segments[read.Segment].Reads.Add(read);
            MarkOld(read);
            foreach (var entry in read.Entries.Where(entry => entry.Foreign is null))
            {
                entry.Message.Stamp = read.Ordinal;
            }

            if (previous is not null && previous.Segment == read.Segment && previous.Call.Precedes(read.Call))
            {
                Compare(previous, read);
            }

            previous = read;
        }
    }

    /// <summary>What a reset ended is foreign to the session after it.</summary>
    private void MarkOld(ReadRecord read)
    {
        for (var i = 0; session.Ended.IsAfterOne(read.Segment) && i < read.Entries.Length; i++)
        {
            var (entry, view) = (read.Entries[i], read.Entries[i].View);
            if (session.IsOldMessage(view.Id, entry.IsUser, view.Turn, view.Text, read.Segment))
            {
                read.Entries[i] = entry with { Foreign = entry.Foreign ?? session.Header.Canary };
            }
        }
    }

    private void Compare(ReadRecord previous, ReadRecord read)
    {
        foreach (var entry in previous.Entries)
        {
            if (entry.Foreign is null && entry.Message.Stamp == previous.Ordinal)
            {
                session.Disappearances.Add(new Disappearance(entry.Message, previous, read));
            }
        }
    }

    private void Presented()
    {
        string? epoch = null;
        foreach (var attach in session.Attaches)
        {
            if (attach is { IsResume: true, PresentedOffset: not null })
            {
                var ordinal = continuity.Offsets.Before(attach.Connection - 1, attach.Call.Invoke.Index);
                attach.PresentedStretch = _stretches.GetValueOrDefault((ordinal, attach.PresentedEpoch ?? epoch ?? ""));
            }

            epoch = attach.Result?.Epoch ?? epoch;
        }
    }

    private DeliveryStretch Stretch(int connection, long line, string epoch)
    {
        var key = (continuity.Offsets.Before(connection, line), epoch);
        if (!_stretches.TryGetValue(key, out var stretch))
        {
            stretch = new DeliveryStretch(epoch, continuity.Content.Before(connection, line));
            _stretches.Add(key, stretch);
            session.Stretches.Add(stretch);
        }

        return stretch;
    }
}
