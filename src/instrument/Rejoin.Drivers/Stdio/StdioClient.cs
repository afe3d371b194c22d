using System.Globalization;
using System.Text.Json;
using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>A client of a stdio driver: one process per life.</summary>
internal sealed class StdioClient : IDriverClient, IStdioReceiver
{
    private readonly StdioDriver driver;
    private readonly DriverClientOptions options;
    private readonly IDriverObserver observer;
    private readonly Lock gate = new();
    private readonly int firstConnection;
    private readonly HashSet<int> open = [];
    private readonly HashSet<int> closed = [];
    private StdioChild? child;
    private JsonElement? cursor;
    private DriverPosition? position;
    private bool isDead;
    private int life;
    private long calls;

    public StdioClient(
        StdioDriver driver, DriverClientOptions options, IDriverObserver observer, int life, int connection,
        JsonElement? cursor, DriverPosition? position)
    {
        this.driver = driver;
        this.options = options;
        this.observer = observer;
        this.life = life;
        this.cursor = cursor;
        this.position = position;
        firstConnection = Connection = connection;
        child = driver.Start(Init(), this);
    }

    public int Connection { get; private set; }

    public string Life => $"{options.Session}-c{life}";

    public DriverPosition? Position
    {
        get
        {
            lock (gate)
            {
                return position;
            }
        }
    }

    public IDriverClient Duplicate(DriverClientOptions options, IDriverObserver observer)
    {
        lock (gate)
        {
            return new StdioClient(driver, options, observer, life + 1, Connection, cursor, position);
        }
    }

    public async ValueTask<OperationOutcome> InvokeAsync(
        Operation operation, OperationInput input, CancellationToken cancellation)
    {
        try
        {
            switch (operation)
            {
                case Operation.Crash:
                    return await CrashAsync().ConfigureAwait(false);
                case Operation.Restart:
                    return Restart();
                case var _ when child is null:
                    return OperationOutcome.Fail(Connection, "not-possible", "The client has crashed.");
                case var _ when !driver.Declares(operation):
                    return OperationOutcome.Fail(
                        Connection, "not-supported", $"The driver does not offer '{operation}'.");
                default:
                    return await AskAsync(child, operation, input, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            return OperationOutcome.Info(Connection, "cancelled", "The run was interrupted.");
        }
    }

    public void Take(StdioMessage message)
    {
        lock (gate)
        {
            if (isDead)
            {
                return;
            }

            Relay(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (child is not null)
        {
            await child.DisposeAsync().ConfigureAwait(false);
            if (child.WasKilled)
            {
                driver.CountKilled();
            }
        }
    }

    private async Task<OperationOutcome> AskAsync(
        StdioChild asked, Operation operation, OperationInput input, CancellationToken cancellation)
    {
        var attaches = operation is Operation.Connect or Operation.Resume;
        var before = Position;
        if (attaches)
        {
            Connection++;
        }

        var connection = Connection;
        var answer = await asked.AskAsync(
            new StdioInvoke
            {
                Call = Interlocked.Increment(ref calls),
                Operation = operation,
                Connection = connection,
                Token = attaches || operation is Operation.Refresh
                    ? await options.AccessToken(cancellation).ConfigureAwait(false)
                    : null,
                Input = input,
            },
            attaches ? options.AttachTimeout : options.OperationTimeout,
            cancellation).ConfigureAwait(false);
        try
        {
            var ended = answer.Connection ?? connection;
            RequireKnown(ended, answer.Type);
            lock (gate)
            {
                _ = attaches && answer.Type == "ok" && open.Add(ended);
            }

            return StdioAnswers.Outcome(answer, operation, ended, attaches ? before : null);
        }
        catch (DriverException error)
        {
            throw asked.Break(error);
        }
    }

    private void Relay(StdioMessage message)
    {
        if (message.Type is "position")
        {
            TakePosition(message);
            return;
        }

        var connection = message.Connection ?? throw new DriverException(
            "out-of-turn", $"A line '{message.Type}' of the driver has no 'connection'.");
        RequireKnown(connection, message.Type);
        switch (message)
        {
            case { Type: "received", Received: { } received }:
                RequireOpen(connection, "received");
                observer.Received(connection, received);
                break;
            case { Type: "notice", Notice: { } notice }:
                observer.Noticed(connection, notice);
                break;
            case { Type: "closed", Closed: { By: "peer" or "self" or "lost" } end }:
                RequireOpen(connection, "closed");
                closed.Add(connection);
                observer.Closed(connection, end);
                break;
            default:
                throw new DriverException("garbage", $"A line '{message.Type}' of the driver is not known or "
                    + "not complete; docs/reference/driver.md lists them.");
        }
    }

    private void TakePosition(StdioMessage message)
    {
        if (message.Position is { Offset: < 0 } or { Epoch: null or "" })
        {
            throw new DriverException("garbage", "A position of the driver has no epoch or an offset below 0.");
        }

        position = message.Position is { } at ? new DriverPosition(at.Epoch!, at.Offset) : null;
        cursor = message.Cursor;
    }

    private void RequireKnown(int connection, string type)
    {
        if (connection <= firstConnection || connection > Connection)
        {
            throw new DriverException("out-of-turn", string.Create(CultureInfo.InvariantCulture,
                $"A line '{type}' of the driver names connection {connection}; there were {firstConnection + 1} to "
                + $"{Connection}."));
        }
    }

    private void RequireOpen(int connection, string type)
    {
        if (closed.Contains(connection))
        {
            throw new DriverException("out-of-turn", string.Create(CultureInfo.InvariantCulture,
                $"A line '{type}' of the driver names connection {connection}, which it had said was closed."));
        }

        open.Add(connection);
    }

    /// <summary>Kills the process; what is left is the cursor that it gave last, as a file would hold it.</summary>
    private async Task<OperationOutcome> CrashAsync()
    {
        lock (gate)
        {
            isDead = true;
        }

        if (child is not null)
        {
            await child.KillAsync().ConfigureAwait(false);
            await child.DisposeAsync().ConfigureAwait(false);
            child = null;
        }

        lock (gate)
        {
            if (open.Contains(Connection) && closed.Add(Connection))
            {
                observer.Closed(Connection, new ConnectionEnd(null, null, "self"));
            }
        }

        return OperationOutcome.Ok(Connection, new OperationResult());
    }

    private OperationOutcome Restart()
    {
        if (child is not null)
        {
            return OperationOutcome.Fail(Connection, "not-possible", "The client has not crashed.");
        }

        life++;
        isDead = false;
        child = driver.Start(Init(), this);
        return OperationOutcome.Ok(Connection, new OperationResult());
    }

    private StdioInit Init() => new()
    {
        Endpoint = options.Endpoint.ToString(),
        Session = options.Session,
        OperationTimeoutMs = (long)options.OperationTimeout.TotalMilliseconds,
        AttachTimeoutMs = (long)options.AttachTimeout.TotalMilliseconds,
        Headers = options.Headers.Count > 0 ? options.Headers : null,
        Cursor = cursor,
    };
}
