using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>The making of rows from lines: events that came one after the other share a row unless the finding names
/// them.</summary>
internal sealed class TimelineRows(IReadOnlySet<long> evidence, bool isSessionNamed)
{
    private readonly List<TimelineRow> _rows = [];
    private readonly List<HistoryEvent> _run = [];
    private readonly Dictionary<long, HistoryEvent> _calls = [];
    private readonly Dictionary<long, int> _callRows = [];
    private readonly HashSet<string> _down = [];

    public void Add(HistoryEvent line)
    {
        if (line.Type == HistoryEventType.Received && Joins(line))
        {
            _run.Add(line);
            return;
        }

        Flush();
        switch (line.Type)
        {
            case HistoryEventType.Received:
                _run.Add(line);
                break;
            case HistoryEventType.Invoke:
                Begin(line);
                break;
            case HistoryEventType.Ok or HistoryEventType.Fail or HistoryEventType.Info:
                End(line);
                break;
            default:
                Put(line, MarkOf(line), EventWords.Of(line),
                    line.Type is HistoryEventType.Closed or HistoryEventType.Injection or HistoryEventType.Clock);
                Lose(line);
                break;
        }
    }

    /// <summary>All rows; operations that never ended are drawn as unknown.</summary>
    public IReadOnlyList<TimelineRow> Finish()
    {
        Flush();
        foreach (var call in _calls.Keys)
        {
            _rows[_callRows[call]] = _rows[_callRows[call]] with { Mark = LaneMark.ToServiceUnknown };
        }

        return _rows;
    }

    private bool Joins(HistoryEvent line) => _run.Count > 0
        && !evidence.Contains(line.Index) && !evidence.Contains(_run[^1].Index)
        && _run[^1].Session == line.Session && _run[^1].Connection == line.Connection
        && _run[^1].Received!.Replayed == line.Received!.Replayed
        && (line.Received.Replayed || (_run[^1].Received!.Kind == line.Received.Kind && line.Received.Kind == "delta"));

    private void Flush()
    {
        if (_run.Count == 0)
        {
            return;
        }

        var mark = _run[0].Received!.Replayed ? LaneMark.Replay : LaneMark.Live;
        Put(_run[0], mark, EventWords.Received([.. _run.Select(line => line.Received!)]), false, _run[^1].Index);
        _run.Clear();
    }

    private void Begin(HistoryEvent line)
    {
        var isLocal = line.Operation is Operation.Drop or Operation.Crash or Operation.Restart;
        Put(line, isLocal ? LaneMark.OnClient : LaneMark.ToService, OperationWords.Begun(line),
            isLocal || line.Operation is Operation.Connect or Operation.Resume or Operation.Leave);
        if (line.Call is { } call && !isLocal)
        {
            _calls[call] = line;
            _callRows[call] = _rows.Count - 1;
        }
    }

    private void End(HistoryEvent line)
    {
        HistoryEvent? begun = null;
        if (line.Call is { } call && _calls.Remove(call, out begun) && line.Type == HistoryEventType.Info)
        {
            _rows[_callRows[call]] = _rows[_callRows[call]] with { Mark = LaneMark.ToServiceUnknown };
        }

        var isAttach = line.Operation is Operation.Connect or Operation.Resume;
        if (begun is null && line.Operation is Operation.Drop or Operation.Crash or Operation.Restart)
        {
            return; // done at once: the row of its beginning says all
        }

        if (isAttach && line.Type == HistoryEventType.Ok)
        {
            _down.Remove(line.Session ?? "");
        }

        var mark = line.Type switch
        {
            HistoryEventType.Ok => LaneMark.Answer,
            HistoryEventType.Fail => LaneMark.Refusal,
            _ => LaneMark.OnClient,
        };
        Put(line, mark, OperationWords.Ended(line, begun), isAttach || line.Type != HistoryEventType.Ok);
    }

    private void Lose(HistoryEvent line)
    {
        if (line.Type == HistoryEventType.Closed || line.Injection is { Cut: true, Status: "fired" })
        {
            _down.Add(line.Session ?? "");
        }
    }

    private static LaneMark MarkOf(HistoryEvent line) => line switch
    {
        { Type: HistoryEventType.Closed } => LaneMark.ClientEnd,
        { Injection: { Status: "fired", Direction: "c2s" } } => LaneMark.CutToService,
        { Injection.Status: "fired" } => LaneMark.CutToClient,
        { Type: HistoryEventType.Injection } => LaneMark.OnLink,
        { Type: HistoryEventType.Notice } => LaneMark.Live,
        _ => LaneMark.OnService,
    };

    private void Put(HistoryEvent line, LaneMark mark, LineWords words, bool isTurningPoint, long? last = null) =>
        _rows.Add(new TimelineRow
        {
            First = line.Index,
            Last = last ?? line.Index,
            AtMs = line.TimeNs / 1e6,
            Mark = mark,
            Words = isSessionNamed && line.Session is { } session
                ? words with { What = $"{session}: {words.What}" }
                : words,
            IsEvidence = evidence.Contains(line.Index),
            IsTurningPoint = isTurningPoint,
            IsDown = _down.Contains(line.Session ?? ""),
        });
}
