namespace Rejoin.Checks;

/// <summary>Makes the messages of a session, and the reads that show them.</summary>
internal sealed class MessageTables(SessionIndex session)
{
    private Dictionary<string, MessageRecord>? _saysByText;

    public void Build()
    {
        foreach (var call in session.Calls)
        {
            if (call is { Operation: Operation.Say, Invoke.Input.Id: { } id })
            {
                Attempt(id, call);
            }
        }

        foreach (var received in session.Received)
        {
            Receive(received);
        }

        foreach (var attach in session.Attaches)
        {
            foreach (var view in attach.Result?.SnapshotHistory ?? [])
            {
                Scan(view.Text, attach.Call.End!);
            }
        }

        ReadAll();
    }

    /// <summary>The message that a view shows: by id; a user's also by text, for services that give ids of their
    /// own.</summary>
    public MessageRecord Resolve(string id, bool isUser, string? text, bool isForeign)
    {
        if (session.Messages.TryGetValue(id, out var message))
        {
            return message;
        }

        if (isUser && !isForeign && text is not null && SaysByText().TryGetValue(text, out var attempted))
        {
            session.Messages.Add(id, attempted);
            return attempted;
        }

        message = new MessageRecord(id, null);
        session.Messages.Add(id, message);
        return message;
    }

    private void Attempt(string id, CallRecord call)
    {
        if (session.Messages.TryGetValue(id, out var message))
        {
            message.TryAgain(call);
        }
        else
        {
            message = new MessageRecord(id, call);
            session.Messages.Add(id, message);
            session.Says.Add(message);
        }

        if (call.IsOk)
        {
            Know(message, call.End!.Index);
        }
    }

    private void Receive(ReceivedRecord received)
    {
        var item = received.Event;
        received.Foreign = Scan(item.Text, received.Line) ?? Scan(item.Value, received.Line);
        if (item.Id is { } id && item.Kind is "user_message" or "agent_message")
        {
            var message = Resolve(id, item.Kind == "user_message", item.Text, received.Foreign is not null);
            received.Message = message;
            Know(message, received.Line.Index);
        }
    }

    private void ReadAll()
    {
        foreach (var call in session.Calls.Where(call => call.IsOk).OrderBy(call => call.End!.Index))
        {
            if (call.Operation == Operation.History && call.End!.Result?.History is { } views)
            {
                Read(call, views);
            }
            else if (call.Operation == Operation.Context && call.End!.Result?.Context is { } context)
            {
                session.ContextReads.Add(call);
                foreach (var value in context.Memory.Values.Concat(context.Preferences.Values))
                {
                    Scan(value, call.End);
                }
            }
            else if (call.Operation == Operation.Effects && call.End!.Result?.Effects is not null)
            {
                session.EffectReads.Add(call);
            }
        }
    }

    private void Read(CallRecord call, IReadOnlyList<MessageView> views)
    {
        var entries = new ReadEntry[views.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var view = views[i];
            var foreign = Scan(view.Text, call.End!);
            var message = Resolve(view.Id, view.Role == "user", view.Text, foreign is not null);
            entries[i] = new ReadEntry(view, message, foreign);
            if (foreign is null)
            {
                Know(message, call.End!.Index);
                message.FirstRead = message.FirstRead < 0 ? session.Reads.Count : message.FirstRead;
                message.LastRead = session.Reads.Count;
            }
        }

        session.Reads.Add(new ReadRecord(call, session.Reads.Count, entries));
    }

    private string? Scan(string? text, HistoryEvent line)
    {
        if (text is null)
        {
            return null;
        }

        session.TextsScanned++;
        var foreign = Canaries.Foreign(text, session.Header.Canary);
        if (foreign is not null)
        {
            session.Foreign.Add(new ForeignSighting(foreign, line));
        }

        return foreign;
    }

    private static void Know(MessageRecord message, long line)
    {
        if (message.KnownAt == 0 || line < message.KnownAt)
        {
            message.KnownAt = line;
        }
    }

    private Dictionary<string, MessageRecord> SaysByText()
    {
        if (_saysByText is null)
        {
            _saysByText = [];
            foreach (var say in session.Says)
            {
                _saysByText.TryAdd(say.Say!.Invoke.Input?.Text ?? "", say);
            }
        }

        return _saysByText;
    }
}
