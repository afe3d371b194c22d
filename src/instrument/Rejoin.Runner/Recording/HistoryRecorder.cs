using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The pen of one trial: numbers and times every line on one monotonic clock.</summary>
/// <remarks>Safe for several threads; the order of lines is the order of the calls.</remarks>
internal sealed class HistoryRecorder
{
    private readonly Lock gate = new();
    private readonly List<HistoryEvent> events = [];
    private readonly TimeProvider time;
    private readonly long start;
    private long lastCall;

    public HistoryRecorder(TrialHeader header, TimeProvider time)
    {
        this.time = time;
        start = time.GetTimestamp();
        Header = header;
        Write((index, ns) => new HistoryEvent
        {
            Index = index, TimeNs = ns, Type = HistoryEventType.Trial, Trial = header,
        });
    }

    public TrialHeader Header { get; }

    public long NextCall() => Interlocked.Increment(ref lastCall);

    public void Write(Func<long, long, HistoryEvent> line)
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(start);
            events.Add(line(events.Count + 1, (long)(elapsed.TotalMilliseconds * 1_000_000)));
        }
    }

    public TrialHistory Close()
    {
        lock (gate)
        {
            return new TrialHistory { Header = Header, Events = [.. events] };
        }
    }
}
