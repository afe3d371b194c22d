using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Runner;

/// <summary>One client of a trial: carries operations out, writes them and everything seen into the history, and lets
/// the scenario wait for what it needs.</summary>
internal sealed class TrialClient : IDriverObserver, IAsyncDisposable
{
    // A client that gives up at the limit itself leaves nothing to judge: it is the service that has to be late.
    private static readonly TimeSpan BeyondLimit = TimeSpan.FromSeconds(1);
    private readonly TrialContext trial;
    private readonly SessionHeader session;
    private readonly TrialLink link;
    private readonly Signal signal = new();
    private readonly HashSet<int> closed = [];
    private readonly HashSet<string> replied = [];
    private readonly Dictionary<string, int> deltas = [];
    private readonly HashSet<long> ended = [];
    private readonly Dictionary<string, int> fired = [];
    private readonly IDriverClient client;
    private readonly List<Task<OperationOutcome>> underWay = [];
    private int said;

    public TrialClient(TrialContext trial, SessionHeader session, int principalNumber, TrialLink link)
    {
        this.trial = trial;
        this.session = session;
        this.link = link;
        link.Injected = evidence => signal.Change(() =>
        {
            Record(evidence);
            fired[evidence.Fault] = evidence.Connection;
        });
        client = trial.Driver.CreateClient(
            new DriverClientOptions
            {
                Endpoint = link.Endpoint,
                Session = session.Session,
                AccessToken = token => trial.Target.AccessTokenAsync(trial.PrincipalName(session), principalNumber,
                    token),
                OperationTimeout = trial.Contract.Timeouts.Operation + BeyondLimit,
                AttachTimeout = trial.Contract.Timeouts.Operation,
                Time = trial.Time,
            },
            this);
    }

    /// <summary>Canary of the session.</summary>
    public string Canary => session.Canary;

    /// <summary>Number of the current connection.</summary>
    public int Connection => client.Connection;

    /// <summary>Connection on which a fault of the plan has been carried out; 0 = not yet.</summary>
    public int FiredOn(string fault) => signal.Read(() => fired.GetValueOrDefault(fault));

    /// <summary>A say with an id and text of its own.</summary>
    public OperationInput NextMessage()
    {
        var number = Interlocked.Increment(ref said);
        return new OperationInput
        {
            Id = $"{session.Session}-m{number}",
            Text = $"{session.Canary} message {number} of {session.Session}: {trial.Words(6)}",
        };
    }

    /// <summary>Carries out one operation and writes its invocation and end.</summary>
    public Task<OperationOutcome> InvokeAsync(
        Operation operation, OperationInput input, CancellationToken cancellation) =>
        InvokeAsync(trial.Recorder.NextCall(), operation, input, cancellation);

    /// <summary>Carries out one operation and waits for its end or the loss of the connection: then it stays under way,
    /// and ends after a resume.</summary>
    public async Task InvokeOrLossAsync(Operation operation, CancellationToken cancellation)
    {
        var call = trial.Recorder.NextCall();
        underWay.Add(InvokeAsync(call, operation, new OperationInput(), cancellation));
        await UntilAsync(() => ended.Contains(call) || closed.Contains(client.Connection), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Waits for the end of everything that was left under way.</summary>
    public async Task EndedAsync() => await Task.WhenAll(underWay).ConfigureAwait(false);

    /// <summary>Waits until the final message of a turn was handed over, or the connection is lost.</summary>
    public Task<bool> ReplyOrLossAsync(string turn, CancellationToken cancellation) =>
        UntilAsync(() => replied.Contains(turn) || closed.Contains(client.Connection), cancellation);

    /// <summary>Waits until the final messages of turns were handed over.</summary>
    public Task<bool> RepliesAsync(IReadOnlyCollection<string> turns, CancellationToken cancellation) =>
        UntilAsync(() => turns.All(replied.Contains), cancellation);

    /// <summary>Waits until some pieces of a reply were handed over, or the connection is lost.</summary>
    public Task<bool> PiecesOrLossAsync(string turn, int pieces, CancellationToken cancellation) =>
        UntilAsync(
            () => deltas.GetValueOrDefault(turn) >= pieces || closed.Contains(client.Connection), cancellation);

    /// <summary>Waits until a connection is seen to end.</summary>
    public Task<bool> ClosedAsync(int connection, CancellationToken cancellation) =>
        UntilAsync(() => closed.Contains(connection), cancellation);

    public void Received(int connection, ReceivedEvent received) => signal.Change(() =>
    {
        Write(HistoryEventType.Received, connection, line => line with { Received = received });
        if (received is { Kind: "agent_message", Turn: { } ended })
        {
            replied.Add(ended);
        }
        else if (received is { Kind: "delta", Turn: { } turn })
        {
            deltas[turn] = deltas.GetValueOrDefault(turn) + 1;
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
        foreach (var evidence in await link.CompleteAsync().ConfigureAwait(false))
        {
            Record(evidence);
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
        });
        return outcome;
    }

    private void Record(InjectionEvidence evidence) =>
        Write(HistoryEventType.Injection, evidence.Connection, line => line with { Injection = evidence });

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
