namespace Rejoin.Checks.Tests;

/// <summary>Writes trials of which only resumes, reads and counts matter.</summary>
public sealed class ResumeScript(params string[] sessions)
{
    private readonly TrialScript _trial = new([.. sessions.Select(session => (session, "ada"))]);
    private readonly Dictionary<string, int> _connections = [];

    public TrialHistory Build() => _trial.Build();

    public void Wait(double seconds) => _trial.Wait(TimeSpan.FromSeconds(seconds));

    public void Advance(double seconds) => _trial.Advance(TimeSpan.FromSeconds(seconds));

    public ResumeScript Connect(string session = "s1", string? place = null)
    {
        var call = Begin(session, Operation.Connect, new OperationInput { Place = place });
        End(session, HistoryEventType.Ok, call, Operation.Connect, Attached(AttachOutcome.Opened, 0.01));
        return this;
    }

    /// <summary>A resume that succeeds after so many seconds.</summary>
    public ResumeScript Resume(
        double seconds, string session = "s1", string? place = null, AttachOutcome outcome = AttachOutcome.Resumed)
    {
        var call = Begin(session, Operation.Resume, new OperationInput { Place = place });
        End(session, HistoryEventType.Ok, call, Operation.Resume, Attached(outcome, seconds));
        return this;
    }

    /// <summary>A resume that does not: failed, or of unknown end.</summary>
    public ResumeScript ResumeEnds(
        HistoryEventType type, string code = "refused", string session = "s1", string? place = null, bool hit = false)
    {
        var call = Begin(session, Operation.Resume, new OperationInput { Place = place });
        if (hit)
        {
            Inject(session);
        }

        _trial.Add(Line(session, type) with
        {
            Call = call, Operation = Operation.Resume, Error = new OperationError(code, "It did not work."),
        });
        return this;
    }

    public ResumeScript Cut(string session = "s1")
    {
        Inject(session);
        _trial.Add(Line(session, HistoryEventType.Closed) with { Closed = new ConnectionEnd(null, null, "lost") });
        return this;
    }

    public ResumeScript Closed(int connection, string session = "s1")
    {
        _trial.Add(Line(session, HistoryEventType.Closed) with
        {
            Connection = connection, Closed = new ConnectionEnd(4500, null, "peer"),
        });
        return this;
    }

    public ResumeScript Counters(long? heapBytes)
    {
        _trial.Add(Line(null, HistoryEventType.Counters) with { Counters = new() { HeapBytes = heapBytes } });
        return this;
    }

    public ResumeScript Receive(ReceivedEvent received, string session = "s1")
    {
        _trial.Add(Line(session, HistoryEventType.Received) with { Received = received });
        return this;
    }

    /// <summary>An operation that ends as said; without an end it never ends.</summary>
    public ResumeScript Do(
        Operation operation, OperationInput? input = null, OperationResult? result = null,
        HistoryEventType? end = HistoryEventType.Ok, string session = "s1")
    {
        var call = _trial.NextCall();
        _trial.Add(Line(session, HistoryEventType.Invoke) with { Call = call, Operation = operation, Input = input });
        if (end is { } type)
        {
            End(session, type, call, operation, result);
        }

        return this;
    }

    private static OperationResult Attached(AttachOutcome outcome, double seconds) =>
        new() { Attach = new AttachResult { Outcome = outcome, ElapsedNs = (long)(seconds * 1e9) } };

    private static HistoryEvent Line(string? session, HistoryEventType type) =>
        new() { Index = 0, TimeNs = 0, Type = type, Session = session };

    private long Begin(string session, Operation operation, OperationInput input)
    {
        _connections[session] = _connections.GetValueOrDefault(session) + 1;
        var call = _trial.NextCall();
        _trial.Add(Line(session, HistoryEventType.Invoke) with
        {
            Call = call, Operation = operation, Input = input, Connection = _connections[session],
        });
        return call;
    }

    private void End(
        string session, HistoryEventType type, long call, Operation operation, OperationResult? result) =>
        _trial.Add(Line(session, type) with
        {
            Call = call, Operation = operation, Result = result,
            Connection = _connections.GetValueOrDefault(session) is > 0 and var connection ? connection : null,
        });

    private void Inject(string session) => _trial.Add(Line(session, HistoryEventType.Injection) with
    {
        Injection = new InjectionEvidence
        {
            Fault = "cut", Connection = _connections[session], Kind = "fin", At = "somewhere", Direction = "s2c",
            Status = "fired", Cut = true,
        },
        Connection = _connections[session],
    });
}
