namespace Rejoin.Checks;

/// <summary>The workflows of a session, segment by segment, and what is wrong with the order of their events.</summary>
internal sealed class WorkflowIndex
{
    private readonly SessionIndex _session;
    private readonly Dictionary<(int Segment, string Id), WorkflowSights> _sights = [];

    public WorkflowIndex(SessionIndex session, Action<string, ReceivedRecord> outOfOrder)
    {
        _session = session;
        foreach (var start in session.Starts.Values.Where(start => start.IsAccepted))
        {
            Of(start.AcceptedIn, start.Id).Due(start.Call.End!);
        }

        foreach (var stretch in session.Stretches)
        {
            Follow(stretch, outOfOrder);
        }

        foreach (var read in session.ContextReads)
        {
            var segment = session.Content.Before(read.Connection, read.End!.Index);
            foreach (var view in read.End.Result!.Context!.Workflows.Where(view => IsOf(segment, view.Id)))
            {
                Of(segment, view.Id).Read(view, read.End);
            }
        }

        BySegment = _sights.ToLookup(pair => pair.Key.Segment, pair => pair.Value);
    }

    public ILookup<int, WorkflowSights> BySegment { get; }

    /// <summary>Events of workflows that were followed.</summary>
    public long Events { get; private set; }

    public WorkflowSights? Find(int segment, string id) => _sights.GetValueOrDefault((segment, id));

    /// <summary>What was accepted before a reset and shows after it is left to RJ401.</summary>
    private bool IsOf(int segment, string id) =>
        !_session.Starts.TryGetValue(id, out var start) || !start.IsAccepted || start.AcceptedIn >= segment;

    private WorkflowSights Of(int segment, string id)
    {
        if (!_sights.TryGetValue((segment, id), out var sights))
        {
            _sights.Add((segment, id), sights = new WorkflowSights(id));
        }

        return sights;
    }

    private static string? IdOf(ReceivedEvent item) => item.Kind switch
    {
        "workflow_started" or "step_started" or "tool_called" or "tool_returned" or "step_completed"
            or "workflow_completed" => item.Workflow,
        "turn_interrupted" => item.Turn,
        _ => null,
    };

    private void Follow(DeliveryStretch stretch, Action<string, ReceivedRecord> outOfOrder)
    {
        var events = stretch.Received.Where(received => received.Event.Offset is not null
            && IdOf(received.Event) is not null).OrderBy(received => received.Event.Offset).ToArray();
        var turns = events.Where(received => received.Event.Kind != "turn_interrupted")
            .Select(received => IdOf(received.Event)!).ToHashSet();
        var tracks = new Dictionary<string, WorkflowTrack>();
        var wholeFrom = new Dictionary<string, long>();
        ReceivedRecord? before = null;
        foreach (var received in events)
        {
            var id = IdOf(received.Event)!;
            if (!turns.Contains(id) || !IsOf(received.Segment, id))
            {
                continue;
            }

            var sights = Of(received.Segment, id);
            sights.Receive(received);
            if (before?.Event.Offset == received.Event.Offset)
            {
                continue;
            }

            before = received;
            Events++;
            if (!tracks.TryGetValue(id, out var track))
            {
                tracks.Add(id, track = new WorkflowTrack());
            }

            var offset = received.Event.Offset!.Value;
            if (track.Next(received.Event, from => IsGapless(stretch, from, offset)) is { } problem)
            {
                outOfOrder($"workflow '{id}': {problem}", received);
            }

            if (received.Event.Kind == "workflow_started")
            {
                wholeFrom.TryAdd(id, offset);
            }

            sights.IsWhole |= received.Event.Kind == "workflow_completed"
                && wholeFrom.TryGetValue(id, out var from) && IsGapless(stretch, from, offset);
        }
    }

    private static bool IsGapless(DeliveryStretch stretch, long from, long to) =>
        stretch.Offsets.BinarySearch(to) - stretch.Offsets.BinarySearch(from) == to - from;
}
