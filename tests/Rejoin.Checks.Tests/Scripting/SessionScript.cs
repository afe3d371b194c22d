using System.Globalization;

namespace Rejoin.Checks.Tests;

/// <summary>A session of a scripted service that keeps its promises, and the client that uses it.</summary>
/// <remarks>Bugs are planted by the scripts that want them, through the public state.</remarks>
public sealed class SessionScript(TrialScript trial, SessionHeader header)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private int _life = 1;
    private int _lives = 1;
    private int _connections;
    private int _messages;
    private int _epochs = 1;
    private StateScript? _state;

    public SessionHeader Header { get; } = header;

    /// <summary>Where the client is; null = the trial has one place.</summary>
    public string? Place { get; set; }

    /// <summary>Where the newest attach came from.</summary>
    public string? PlaceBefore { get; private set; }

    public List<AuditEntry> AuditLog { get; } = [];

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
        Connection = ++_connections;
        var call = Invoke(Operation.Connect, Place is null ? null : new OperationInput { Place = Place });
        IsUp = true;
        Ok(call, Operation.Connect,
            new OperationResult { Attach = Attached(AttachOutcome.Opened) with { ReplayedOffset = Head } });
    }

    /// <summary>Events go to the log and to no client: the way to it is stalled, or it is not there.</summary>
    public void Stall() => IsUp = false;

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
            Cut = kind != "stall",
            ClientSaw = status == "observed" ? kind : null,
            ServiceSaw = status == "observed" ? kind : null,
        },
    });

    /// <summary>The same fault as on the connection before, at the same place.</summary>
    /// <param name="frames">Frames that the client was given; null = no line tells.</param>
    /// <param name="kind">Kind of cut.</param>
    public void CutAgain(int? frames, string kind = "fin")
    {
        IsUp = false;
        InjectAgain(frames, kind, "fired");
        Close(Connection, null, "lost");
        InjectAgain(frames, kind, "observed");
    }

    private void InjectAgain(int? frames, string kind, string status) => Add(new HistoryEvent
    {
        Index = 0,
        TimeNs = 0,
        Type = HistoryEventType.Injection,
        Injection = new InjectionEvidence
        {
            Fault = "every-time",
            Connection = Connection,
            Kind = kind,
            At = $"connection {Connection}, s2c, frame {frames ?? 3}, after",
            Direction = "s2c",
            Status = status,
            Cut = true,
            FramesToClient = status == "observed" ? frames : null,
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
        _life = ++_lives;
        Processed = persisted;
        Ok(Invoke(Operation.Restart, null), Operation.Restart, null);
    }

    /// <summary>A second client of the session, from the persisted cursor; the first one stays as it is.</summary>
    public OlderLife Split(long persisted)
    {
        var older = new OlderLife(_life, Connection, Processed);
        _life = ++_lives;
        Processed = persisted;
        return older;
    }

    /// <summary>The older client goes on in the place of the newer one, with all that it was handed.</summary>
    public void Return(OlderLife older) => (_life, Processed) = (older.Life, older.Processed);

    /// <summary>What an older client sees and does.</summary>
    public void As(OlderLife older, Action action)
    {
        var newest = (_life, Connection, Processed, IsUp);
        (_life, Connection, Processed, IsUp) = (older.Life, older.Connection, older.Processed, false);
        action();
        older.Processed = Processed;
        (_life, Connection, Processed, IsUp) = newest;
    }

    public void ReadAudit(Func<AuditEntry, AuditEntry>? seen = null) => Add(new HistoryEvent
    {
        Index = 0,
        TimeNs = 0,
        Type = HistoryEventType.Audit,
        Audit = [.. AuditLog.Select(seen ?? (entry => entry))],
    });

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
        Connection = ++_connections;
        return Invoke(Operation.Resume, new OperationInput { Epoch = Epoch, Offset = Processed, Place = Place });
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

    /// <summary>Messages that reads show in each other's places.</summary>
    public List<(string First, string Second)> Swapped { get; } = [];

    public List<MessageView> Views()
    {
        List<MessageView> views =
            [.. Log.Where(entry => entry.Kind is "user_message" or "agent_message" && !Hidden.Contains(entry.Id))
                .Select(entry => entry.View())];
        foreach (var (first, second) in Swapped)
        {
            var (i, j) = (views.FindIndex(view => view.Id == first), views.FindIndex(view => view.Id == second));
            if (i >= 0 && j >= 0)
            {
                (views[i], views[j]) = (views[j], views[i]);
            }
        }

        return views;
    }

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

    private AttachResult Attached(AttachOutcome outcome)
    {
        Generation++;
        AuditLog.Add(new AuditEntry("attached", Generation, PlaceBefore is not null && PlaceBefore != Place));
        PlaceBefore = Place;
        return new()
        {
            Outcome = outcome,
            ServiceSession = ServiceSession,
            Principal = Header.Principal,
            Epoch = Epoch,
            Head = Head,
            Generation = Generation,
            ElapsedNs = 12_000_000,
        };
    }

    private string Now() =>
        Start.AddMilliseconds(7 * Log.Count).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private void Add(HistoryEvent line) => trial.Add(line with
    {
        Session = Header.Session,
        Connection = line.Connection ?? (Connection == 0 ? null : Connection),
        Client = line.Type is HistoryEventType.Injection or HistoryEventType.Closed or HistoryEventType.Audit
            ? line.Client
            : Client,
    });
}
