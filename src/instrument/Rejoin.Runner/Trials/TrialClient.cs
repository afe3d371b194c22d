using Rejoin.Checks;
using Rejoin.Drivers;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>One client of a trial: carries operations out, writes them and everything seen into the history, and lets
/// the scenario wait for what it needs.</summary>
internal sealed class TrialClient : IDriverObserver, IAsyncDisposable
{
    // A client that gives up at the limit itself leaves nothing to judge: it is the service that has to be late.
    private static readonly TimeSpan BeyondLimit = TimeSpan.FromSeconds(1);
    private const string AgentMessage = "agent_message";
    private readonly TrialContext trial;
    private readonly SessionHeader session;
    private readonly TrialLink link;
    private readonly Signal signal = new();
    private readonly HashSet<int> closed = [];
    private readonly HashSet<int> silent = [];
    private readonly HashSet<(string Kind, string Subject)> seen = [];
    private readonly Dictionary<string, int> deltas = [];
    private readonly HashSet<long> ended = [];
    private readonly Dictionary<string, int> fired = [];
    private readonly IDriverClient client;
    private readonly int firstConnection;
    private readonly int principalNumber;
    private readonly string lifeMark;
    private readonly List<Task<OperationOutcome>> underWay = [];
    private int said;
    private long news;

    public TrialClient(
        TrialContext trial, SessionHeader session, int principalNumber, TrialLink link, TrialClient? first = null)
    {
        this.trial = trial;
        this.session = session;
        this.principalNumber = principalNumber;
        this.link = link;
        Random = first?.Random ?? trial.RandomOf(session);
        firstConnection = first?.Connection ?? 0;
        link.Injected = injection => signal.Change(() =>
        {
            Record(injection);
            fired[injection.Evidence.Fault] = injection.Attempt;
            _ = TrialLink.SilencesClient(injection.Evidence) && silent.Add(firstConnection + injection.Attempt);
        });
        var options = new DriverClientOptions
        {
            Endpoint = link.Endpoint,
            Session = session.Session,
            AccessToken = token => trial.Target.AccessTokenAsync(trial.PrincipalName(session), principalNumber, token),
            OperationTimeout = trial.Contract.Timeouts.Operation + BeyondLimit,
            AttachTimeout = trial.Contract.Timeouts.Operation,
            Time = trial.Time,
        };
        client = first is null ? trial.Driver.CreateClient(options, this) : first.client.Duplicate(options, this);
        lifeMark = first is null ? string.Empty : $"{first.lifeMark}b";
    }

    /// <summary>Random source of the session; used by one task at a time.</summary>
    public Random Random { get; }

    /// <summary>Place that the client is at; null = the machine's own.</summary>
    public Place? Place { get; private set; }

    /// <summary>Session id as the service names it; null before the first verdict.</summary>
    public string? ServiceSession { get; private set; }

    /// <summary>Label of the session.</summary>
    public string Session => session.Session;

    /// <summary>Canary of the session.</summary>
    public string Canary => session.Canary;

    /// <summary>Number of the current connection.</summary>
    public int Connection => client.Connection;

    /// <summary>Connection on which a fault of the plan has been carried out; 0 = not yet.</summary>
    public int FiredOn(string fault) => signal.Read(() => fired.GetValueOrDefault(fault));

    /// <summary>How far the client is: another value whenever it was handed an event that it had not had, or an
    /// operation was answered.</summary>
    public (string? Epoch, long Offset, long News) Progress => signal.Read(() => client.Position is { } at
        ? (at.Epoch, at.Offset, news)
        : (null, 0, news));

    /// <summary>Gives a place up at which every connection is cut: the fault that does it is ended, and the history
    /// says so.</summary>
    public void EndRepeatingFault()
    {
        if (link.EndRepeating())
        {
            Noticed(Connection, "the client gives up: the fault that repeats is ended, and it comes back");
        }
    }

    /// <summary>Goes to another place: the next connection comes from there.</summary>
    public void MoveTo(Place place)
    {
        Place = place;
        link.Place = place;
    }

    /// <summary>A second client of the session, started from the cursor while this one lives on; this one must not
    /// come back any more, and says nothing while the second one speaks.</summary>
    public async Task<TrialClient> DuplicateAsync(CancellationToken cancellation)
    {
        var other = await TrialLink.StartAsync(trial.Target.Endpoint, FaultPlan.None, trial.Time, cancellation)
            .ConfigureAwait(false);
        return new TrialClient(trial, session, principalNumber, other, this);
    }

    /// <summary>A say with an id and text of its own.</summary>
    public OperationInput NextMessage()
    {
        var number = Interlocked.Increment(ref said);
        return new OperationInput
        {
            Id = $"{session.Session}-m{number}{lifeMark}",
            Text = $"{session.Canary} message {number} of {session.Session}: {TrialContext.Words(Random, 6)}",
        };
    }

    /// <summary>Carries out one operation and writes its invocation and end.</summary>
    public Task<OperationOutcome> InvokeAsync(
        Operation operation, OperationInput input, CancellationToken cancellation) =>
        InvokeAsync(trial.Recorder.NextCall(), operation, input, cancellation);

    /// <summary>Carries out one operation and waits for its end or the loss of the connection: then it stays under way,
    /// and ends after a resume.</summary>
    public Task InvokeOrLossAsync(Operation operation, CancellationToken cancellation) =>
        InvokeOrLossAsync(operation, new OperationInput(), cancellation);

    /// <summary>Carries out one operation with arguments and waits for its end or the loss of the connection.</summary>
    public async Task InvokeOrLossAsync(Operation operation, OperationInput input, CancellationToken cancellation)
    {
        var (call, _) = Begin(operation, input, cancellation);
        await UntilAsync(() => ended.Contains(call) || IsOver(), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Begins an operation, which may end after a resume.</summary>
    public (long Call, Task<OperationOutcome> End) Begin(
        Operation operation, OperationInput input, CancellationToken cancellation)
    {
        var call = trial.Recorder.NextCall();
        var end = InvokeAsync(call, operation, input, cancellation);
        underWay.Add(end);
        return (call, end);
    }

    /// <summary>Whether an operation has ended.</summary>
    public bool HasEnded(long call) => signal.Read(() => ended.Contains(call));

    /// <summary>Whether an event about a turn or workflow was handed over.</summary>
    public bool HasSeen(string kind, string subject) => signal.Read(() => seen.Contains((kind, subject)));

    /// <summary>Whether the current connection is closed, or will never carry anything any more.</summary>
    public bool IsLost => signal.Read(IsOver);

    /// <summary>Whether the current connection looks alive and will never carry anything any more.</summary>
    public bool IsSilent => signal.Read(() => silent.Contains(client.Connection));

    /// <summary>Whether a session was ever attached: its client resumes instead of opening another.</summary>
    public bool HasPosition => client.Position is not null;

    /// <summary>What the client's link saw.</summary>
    public TrialLink Link => link;

    /// <summary>Waits for the end of an operation and, if one is named, an event; or for the loss of the
    /// connection.</summary>
    public Task<bool> DoneOrLossAsync(
        long call, (string Kind, string Subject)? awaited, CancellationToken cancellation) => UntilAsync(
            () => (ended.Contains(call) && (awaited is not { } what || seen.Contains(what))) || IsOver(), cancellation);

    /// <summary>Attaches; gives up at once when a fault leaves the attempt without an answer for ever.</summary>
    public async Task<OperationOutcome> AttachAsync(Operation operation, CancellationToken cancellation)
    {
        using var hopeless = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var call = trial.Recorder.NextCall();
        var attempt = InvokeAsync(call, operation, new OperationInput(), hopeless.Token);
        await UntilAsync(() => ended.Contains(call) || silent.Contains(client.Connection), cancellation)
            .ConfigureAwait(false);
        if (!HasEnded(call))
        {
            await hopeless.CancelAsync().ConfigureAwait(false);
        }

        return await attempt.ConfigureAwait(false);
    }

    /// <summary>Waits for the end of everything that was left under way.</summary>
    public async Task EndedAsync() => await Task.WhenAll(underWay).ConfigureAwait(false);

    /// <summary>Waits until the final message of a turn was handed over, or the connection is lost.</summary>
    public Task<bool> ReplyOrLossAsync(string turn, CancellationToken cancellation) =>
        UntilAsync(() => seen.Contains((AgentMessage, turn)) || IsOver(), cancellation);

    /// <summary>Waits until a fault has struck, a turn was answered, or the connection is lost.</summary>
    public Task<bool> FiredOrReplyAsync(string fault, string turn, CancellationToken cancellation) => UntilAsync(
        () => fired.ContainsKey(fault) || seen.Contains((AgentMessage, turn)) || IsOver(),
        cancellation);

    /// <summary>Waits until the final messages of turns were handed over.</summary>
    public Task<bool> RepliesAsync(IReadOnlyCollection<string> turns, CancellationToken cancellation) =>
        UntilAsync(() => turns.All(turn => seen.Contains((AgentMessage, turn))), cancellation);

    /// <summary>Waits until some pieces of a reply were handed over, or the connection is lost.</summary>
    public Task<bool> PiecesOrLossAsync(string turn, int pieces, CancellationToken cancellation) =>
        UntilAsync(
            () => deltas.GetValueOrDefault(turn) >= pieces || IsOver(), cancellation);

    /// <summary>Waits until an event of a workflow was handed over, or the connection is lost.</summary>
    /// <param name="workflow">Workflow.</param>
    /// <param name="kind">Kind of the event, followed by a slash and the step if it has one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<bool> WorkflowOrLossAsync(string workflow, string kind, CancellationToken cancellation) =>
        UntilAsync(() => seen.Contains((kind, workflow)) || IsOver(), cancellation);

    /// <summary>Waits until a connection is seen to end.</summary>
    public Task<bool> ClosedAsync(int connection, CancellationToken cancellation) =>
        UntilAsync(() => closed.Contains(connection), cancellation);

    public void Received(int connection, ReceivedEvent received) => signal.Change(() =>
    {
        Write(HistoryEventType.Received, connection, line => line with { Received = received });
        news += client?.Position is null ? 1 : 0;
        if (received is { Kind: "delta", Turn: { } turn })
        {
            deltas[turn] = deltas.GetValueOrDefault(turn) + 1;
        }
        else if ((received.Turn ?? received.Workflow) is { } subject)
        {
            seen.Add((received.Step is { } step ? $"{received.Kind}/{step}" : received.Kind, subject));
        }
    });

    public void Noticed(int connection, string notice) =>
        Write(HistoryEventType.Notice, connection, line => line with { Notice = notice });

    public void Closed(int connection, ConnectionEnd end) => signal.Change(() =>
    {
        Write(HistoryEventType.Closed, connection, line => line with { Closed = end });
        closed.Add(connection);
    });

    /// <summary>Ends the client and its link, and writes down the faults that did not fire.</summary>
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync().ConfigureAwait(false);
        // The answer to a leave and the close that follows it come at once: its end is still to be written.
        await EndedAsync().ConfigureAwait(false);
        foreach (var injection in await link.CompleteAsync().ConfigureAwait(false))
        {
            Record(injection);
        }

        if (link.Trouble is { } trouble)
        {
            trial.Report($"the link of '{session.Session}' had an error of its own: {trouble}");
        }
    }

    private async Task<OperationOutcome> InvokeAsync(
        long call, Operation operation, OperationInput input, CancellationToken cancellation)
    {
        var attach = operation is Operation.Connect or Operation.Resume;
        var position = operation is Operation.Resume ? client.Position : null;
        var shown = position is { } at ? input with { Epoch = at.Epoch, Offset = at.Offset } : input;
        shown = attach && Place is not null ? shown with { Place = Place.Label } : shown;
        Write(HistoryEventType.Invoke, client.Connection + (attach ? 1 : 0), line => line with
        {
            Call = call, Operation = operation, Input = shown,
        });
        var outcome = await client.InvokeAsync(operation, input, cancellation).ConfigureAwait(false);
        signal.Change(() =>
        {
            Write(outcome.Type, outcome.Connection, line => line with
            {
                Call = call, Operation = operation, Result = outcome.Result, Error = outcome.Error,
            });
            ended.Add(call);
            news += IsAnswer(operation, outcome) ? 1 : 0;
            ServiceSession = outcome.Result?.Attach?.ServiceSession ?? ServiceSession;
            foreach (var message in outcome.Result?.Attach?.SnapshotHistory ?? [])
            {
                _ = message.Turn is { } turn && seen.Add((AgentMessage, turn));
            }
        });
        return outcome;
    }

    private void Record(LinkInjection injection) => Write(
        HistoryEventType.Injection,
        firstConnection + injection.Attempt,
        line => line with
        {
            Injection = injection.Evidence with { Connection = firstConnection + injection.Evidence.Connection },
        });

    /// <summary>Whether the service said something to an operation; a resume only goes on from where the client
    /// is.</summary>
    private static bool IsAnswer(Operation operation, OperationOutcome outcome) => operation switch
    {
        Operation.Resume or Operation.Drop or Operation.Crash or Operation.Restart => false,
        Operation.Connect => outcome.Type == HistoryEventType.Ok,
        _ => outcome.Type == HistoryEventType.Ok
            || (outcome.Type == HistoryEventType.Fail && outcome.Error?.Code is not ("timeout" or "not-sent")),
    };

    private bool IsOver() => closed.Contains(client.Connection) || silent.Contains(client.Connection);

    private Task<bool> UntilAsync(Func<bool> condition, CancellationToken cancellation) =>
        signal.UntilAsync(condition, trial.Contract.Timeouts.Operation, trial.Time, cancellation);

    private void Write(HistoryEventType type, int connection, Func<HistoryEvent, HistoryEvent> fill) =>
        trial.Recorder.Write((index, timeNs) => fill(new HistoryEvent
        {
            Index = index,
            TimeNs = timeNs,
            Type = type,
            Client = client?.Life,
            Session = session.Session,
            Connection = connection == 0 ? null : connection,
        }));
}
