using System.Globalization;

namespace Rejoin.Checks.Tests;

/// <summary>A session of a scripted service that keeps its promises, and the client that uses it.</summary>
/// <remarks>Bugs are planted by the scripts that want them, through the public state.</remarks>
public sealed class SessionScript(TrialScript trial, SessionHeader header)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private int _life = 1;
    private int _messages;
    private int _epochs = 1;
    private StateScript? _state;

    public SessionHeader Header { get; } = header;

    public StateScript State => _state ??= new StateScript(this);

    public List<LogEntry> Log { get; private set; } = [];

    public string Epoch { get; private set; } = "e1";

    public string ServiceSession { get; set; } = "svc-" + header.Session;

    public int Connection { get; private set; }

    public long Processed { get; private set; }

    public long Generation { get; private set; }

    public bool IsUp { get; private set; }

    public string Client => $"{Header.Session}-c{_life}";

    public string Text(string words) => $"{words} {Header.Canary}";

    public void Connect()
    {
        Connection++;
        var call = Invoke(Operation.Connect, null);
        IsUp = true;
        Ok(call, Operation.Connect,
            new OperationResult { Attach = Attached(AttachOutcome.Opened) with { ReplayedOffset = Head } });
    }

    public long Head => Log.Count == 0 ? 0 : Log[^1].Offset;

    /// <summary>A say that is applied and acknowledged.</summary>
    public string Say(string? id = null)
    {
        id ??= NextId();
        var call = BeginSay(id);
        Append("user_message", id, Text("says " + id));
        AckSay(call);
        return id;
    }

    public long BeginSay(string id) => Invoke(Operation.Say, new OperationInput { Id = id, Text = Text("says " + id) });

    public void AckSay(long call, bool duplicate = false) =>
        Ok(call, Operation.Say, new OperationResult { Offset = Head, Duplicate = duplicate });

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"m{++_messages}");

    /// <summary>The agent's reply in pieces, then whole.</summary>
    public void Reply(string turn, int pieces = 2, int attempt = 1)
    {
        for (var i = 0; i < pieces; i++)
        {
            Piece(turn, i, attempt);
        }

        Final(turn, pieces, attempt);
    }

    public void Piece(string turn, int index, int attempt = 1) =>
        Append(new LogEntry(Head + 1, "delta", "", PieceText(turn, index), Now()) { Turn = turn, Attempt = attempt,
            Index = index });

    public void Final(string turn, int pieces, int attempt = 1) =>
        Append(new LogEntry(Head + 1, "agent_message", "a-" + turn, string.Concat(
            Enumerable.Range(0, pieces).Select(i => PieceText(turn, i))), Now()) { Turn = turn });

    public string PieceText(string turn, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"[{turn}.{index} {Header.Canary}]");

    public void Append(string kind, string id, string text) => Append(new LogEntry(Head + 1, kind, id, text, Now()));

    public void Append(LogEntry entry)
    {
        Log.Add(entry);
        if (IsUp)
        {
            HandOver(entry, replayed: false);
        }
    }

    public void HandOver(LogEntry entry, bool replayed)
    {
        Add(new HistoryEvent { Index = 0, TimeNs = 0, Type = HistoryEventType.Received,
            Received = entry.Received(Epoch, replayed) });
        Processed = Math.Max(Processed, entry.Offset);
    }

    public void Cut(string kind = "fin")
    {
        IsUp = false;
        Inject(kind, "fired");
        Close(Connection, null, "lost");
        Inject(kind, "observed");
    }

    public void Inject(string kind, string status, string? reason = null) => Add(new HistoryEvent
    {
        Index = 0,
        TimeNs = 0,
        Type = HistoryEventType.Injection,
        Injection = new InjectionEvidence
        {
            Fault = $"cut-{Connection}",
            Connection = Connection,
            Kind = kind,
            At = $"connection {Connection}, s2c, frame 3, after",
            Direction = "s2c",
            Status = status,
            Reason = reason,
            Cut = true,
            ClientSaw = status == "observed" ? kind : null,
            ServiceSaw = status == "observed" ? kind : null,
        },
    });

    public void Close(int connection, int? code, string by) => Add(new HistoryEvent
    {
        Index = 0,
        TimeNs = 0,
        Type = HistoryEventType.Closed,
        Connection = connection,
        Closed = new ConnectionEnd(code, null, by),
    });

    public void Drop()
    {
        IsUp = false;
        var call = Invoke(Operation.Drop, null);
        Ok(call, Operation.Drop, null);
    }

    /// <summary>The client loses its memory and a new life comes back from the persisted cursor.</summary>
    public void CrashAndRestart(long persisted)
    {
        IsUp = false;
        Ok(Invoke(Operation.Crash, null), Operation.Crash, null);
        _life++;
        Processed = persisted;
        Ok(Invoke(Operation.Restart, null), Operation.Restart, null);
    }

    public void Resume(Action<SessionScript, long>? replay = null, Func<AttachResult, AttachResult>? verdict = null)
    {
        var call = BeginResume();
        var from = Processed;
        IsUp = true;
        (replay ?? ((session, offset) => session.Replay(offset)))(this, from);
        var result = Attached(AttachOutcome.Resumed) with { From = from, Mode = "replay", Degraded = false,
            ReplayedOffset = Head };
        Ok(call, Operation.Resume, new OperationResult { Attach = verdict is null ? result : verdict(result) });
    }

    public long BeginResume()
    {
        Connection++;
        return Invoke(Operation.Resume, new OperationInput { Epoch = Epoch, Offset = Processed });
    }

    public void Replay(long from)
    {
        foreach (var entry in Log.Where(entry => entry.Offset > from).ToArray())
        {
            HandOver(entry, replayed: true);
        }
    }

    /// <summary>A resume that is answered with a reset; the session is emptied unless its content is kept.</summary>
    public void ResumeReset(string reason, bool keepsContent)
    {
        var call = BeginResume();
        Epoch = string.Create(CultureInfo.InvariantCulture, $"e{++_epochs}");
        if (!keepsContent)
        {
            ServiceSession += "'";
            Log = [];
        }

        Processed = 0;
        IsUp = true;
        Replay(0);
        Ok(call, Operation.Resume, new OperationResult
        {
            Attach = Attached(AttachOutcome.Reset) with { Reason = reason, ReplayedOffset = Head },
        });
    }

    /// <summary>A resume by snapshot: everything up to the head, no event before it.</summary>
    public void ResumeBySnapshot()
    {
        var call = BeginResume();
        var from = Processed;
        IsUp = true;
        Processed = Head;
        Ok(call, Operation.Resume, new OperationResult
        {
            Attach = Attached(AttachOutcome.Resumed) with
            {
                From = from,
                Mode = "snapshot",
                Degraded = true,
                SnapshotOffset = Head,
                SnapshotHistory = Views(),
                ReplayedOffset = Head,
            },
        });
    }

    public void EmptySilently()
    {
        Log = [];
        Processed = 0;
    }

    /// <summary>Messages that reads do not show.</summary>
    public HashSet<string> Hidden { get; } = [];

    public List<MessageView> Views() =>
        [.. Log.Where(entry => entry.Kind is "user_message" or "agent_message" && !Hidden.Contains(entry.Id))
            .Select(entry => entry.View())];

    public void Read(Func<List<MessageView>, List<MessageView>>? seen = null)
    {
        var call = Invoke(Operation.History, null);
        var views = Views();
        Ok(call, Operation.History, new OperationResult { History = seen is null ? views : seen(views) });
    }

    public void ReadContext(string? principal = null, Func<ContextView, ContextView>? seen = null)
    {
        var call = Invoke(Operation.Context, null);
        var view = State.View() with { Principal = principal ?? Header.Principal };
        Ok(call, Operation.Context, new OperationResult { Context = seen is null ? view : seen(view) });
    }

    public void Leave(int code = 1000)
    {
        var call = Invoke(Operation.Leave, null);
        Close(Connection, code, "peer");
        Ok(call, Operation.Leave, null);
        IsUp = false;
    }

    public long Invoke(Operation operation, OperationInput? input)
    {
        var call = trial.NextCall();
        Add(new HistoryEvent
        {
            Index = 0,
            TimeNs = 0,
            Type = HistoryEventType.Invoke,
            Client = Client,
            Call = call,
            Operation = operation,
            Input = input,
        });
        return call;
    }

    public void Ok(long call, Operation operation, OperationResult? result) =>
        End(HistoryEventType.Ok, call, operation, result, null);

    public void Info(long call, Operation operation, string code) =>
        End(HistoryEventType.Info, call, operation, null,
            new OperationError(code, "It is not known whether it was applied."));

    public void Fail(long call, Operation operation, string code) =>
        End(HistoryEventType.Fail, call, operation, null, new OperationError(code, "It was not applied."));

    private void End(HistoryEventType type, long call, Operation operation, OperationResult? result,
        OperationError? error) =>
        Add(new HistoryEvent
        {
            Index = 0,
            TimeNs = 0,
            Type = type,
            Client = Client,
            Call = call,
            Operation = operation,
            Result = result,
            Error = error,
        });

    private AttachResult Attached(AttachOutcome outcome) => new()
    {
        Outcome = outcome,
        ServiceSession = ServiceSession,
        Principal = Header.Principal,
        Epoch = Epoch,
        Head = Head,
        Generation = ++Generation,
        ElapsedNs = 12_000_000,
    };

    private string Now() =>
        Start.AddMilliseconds(7 * Log.Count).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private void Add(HistoryEvent line) => trial.Add(line with
    {
        Session = Header.Session,
        Connection = line.Connection ?? (Connection == 0 ? null : Connection),
        Client = line.Type is HistoryEventType.Injection or HistoryEventType.Closed ? line.Client : Client,
    });
}
