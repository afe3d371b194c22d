using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Drivers.Reference;

/// <summary>A client of the reference service: one session object per life.</summary>
/// <remarks>It reports everything exactly as received: judging is the instrument's work, not the client's.</remarks>
internal sealed class ReferenceClient : IDriverClient
{
    private readonly DriverClientOptions options;
    private readonly IDriverObserver observer;
    private EventRelay relay;
    private RejoinSession session;
    private SessionCursor? stored;
    private int life = 1;

    public ReferenceClient(DriverClientOptions options, IDriverObserver observer)
    {
        this.options = options;
        this.observer = observer;
        relay = new EventRelay(observer, firstConnection: 0);
        session = NewSession(cursor: null);
    }

    private ReferenceClient(DriverClientOptions options, IDriverObserver observer, ReferenceClient first)
    {
        this.options = options;
        this.observer = observer;
        life = first.life + 1;
        Connection = first.Connection;
        relay = new EventRelay(observer, first.Connection);
        session = NewSession(Persisted(first.session));
    }

    public int Connection { get; private set; }

    public string Life => $"{options.Session}-c{life}";

    public DriverPosition? Position => session.Cursor is { } cursor ? new(cursor.Epoch, cursor.Offset) : null;

    public async ValueTask<OperationOutcome> InvokeAsync(
        Operation operation, OperationInput input, CancellationToken cancellation)
    {
        try
        {
            return operation switch
            {
                Operation.Connect => await AttachAsync(session.ConnectAsync, cancellation).ConfigureAwait(false),
                Operation.Resume => await AttachAsync(session.ResumeAsync, cancellation).ConfigureAwait(false),
                Operation.Drop => Drop(),
                Operation.Crash => Crash(),
                Operation.Restart => Restart(),
                _ => Outcomes.Of(
                    await OperateAsync(operation, input, cancellation).ConfigureAwait(false), relay.FirstConnection),
            };
        }
        catch (OperationCanceledException)
        {
            return OperationOutcome.Info(Connection, "cancelled", "The run was interrupted.");
        }
        catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException)
        {
            return OperationOutcome.Fail(Connection, "not-possible", error.Message);
        }
    }

    public IDriverClient Duplicate(DriverClientOptions options, IDriverObserver observer) =>
        new ReferenceClient(options, observer, this);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<OperationOutcome> AttachAsync(
        Func<CancellationToken, Task<ConnectResult>> attach, CancellationToken cancellation)
    {
        Connection++;
        relay.Begin();
        var presented = session.Cursor;
        var result = await attach(cancellation).ConfigureAwait(false);
        return Outcomes.Of(result, Connection, presented?.Epoch, relay.TakeSnapshot());
    }

    private async Task<Client.OperationOutcome> OperateAsync(
        Operation operation, OperationInput input, CancellationToken cancellation) => operation switch
        {
            Operation.Say => await session.SayAsync(input.Text!, input.Id, null, cancellation).ConfigureAwait(false),
            Operation.Set => await session.SetAsync(
                input.Scope == "preference" ? ValueScope.Preference : ValueScope.Memory,
                input.Key!,
                JsonDocument.Parse(input.Value!).RootElement,
                input.Id,
                null,
                cancellation).ConfigureAwait(false),
            Operation.Start => await session.StartAsync(input.Workflow!, null, input.Id, null, cancellation)
                .ConfigureAwait(false),
            Operation.History => await session.ReadHistoryAsync(null, null, cancellation).ConfigureAwait(false),
            Operation.Context => await session.ReadContextAsync(null, null, cancellation).ConfigureAwait(false),
            Operation.Effects => await session.ReadEffectsAsync(null, null, cancellation).ConfigureAwait(false),
            Operation.Refresh => await session.RefreshAsync(null, null, cancellation).ConfigureAwait(false),
            Operation.Leave => await session.LeaveAsync(null, null, cancellation).ConfigureAwait(false),
            _ => throw new UnreachableException($"{operation} is no operation of a session."),
        };

    private OperationOutcome Drop()
    {
        session.Drop();
        return OperationOutcome.Ok(Connection, new OperationResult());
    }

    /// <summary>Loses the client's memory: what is left is the cursor as of the last processed event, as a file would
    /// hold it, without the outbox.</summary>
    private OperationOutcome Crash()
    {
        // An event that is on its way when the life ends is neither processed nor in the cursor.
        relay.Die(() => stored = Persisted(session));
        session.Abandon();
        return OperationOutcome.Ok(Connection, new OperationResult());
    }

    private OperationOutcome Restart()
    {
        life++;
        relay = new EventRelay(observer, Connection);
        session = NewSession(stored);
        return OperationOutcome.Ok(Connection, new OperationResult());
    }

    private static SessionCursor? Persisted(RejoinSession session)
    {
        var cursor = session.GetCursor(includeOperations: false);
        return cursor is null ? null : SessionCursor.FromJson(cursor.ToJson());
    }

    private RejoinSession NewSession(SessionCursor? cursor) => new(
        new RejoinSessionOptions
        {
            Uri = options.Endpoint,
            AccessToken = options.AccessToken,
            RequestHeaders = options.Headers,
            Integrity = IntegrityPolicy.Report,
            EventQueueCapacity = 0,
            ConnectTimeout = options.AttachTimeout,
            UpgradeTimeout = options.AttachTimeout,
            VerdictTimeout = options.AttachTimeout,
            ReplayTimeout = options.AttachTimeout,
            OperationTimeout = options.OperationTimeout,
            TimeProvider = options.Time,
            Random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Life)))),
        },
        relay.HandleAsync,
        cursor);
}
