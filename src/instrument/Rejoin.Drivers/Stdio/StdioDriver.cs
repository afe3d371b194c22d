using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>A driver in any language: a child process per client life, one JSON object per line.</summary>
/// <remarks>Source: docs/reference/driver.md.</remarks>
public sealed class StdioDriver : IDriver
{
    /// <summary>Name and version of the line protocol.</summary>
    public const string Protocol = "rejoin.driver/1";

    private readonly StdioDriverOptions options;
    private readonly IReadOnlySet<Operation> declared;
    private int children;
    private int killed;

    private StdioDriver(
        StdioDriverOptions options, DriverDescription description, IReadOnlySet<Operation> declared)
    {
        this.options = options;
        this.declared = declared;

        // Losing the memory is done to the process, not by it.
        Description = description with
        {
            Operations = description.Operations.Concat([Operation.Crash, Operation.Restart]).ToHashSet(),
        };
    }

    /// <inheritdoc/>
    public DriverDescription Description { get; }

    /// <summary>Processes that did not end when their input was closed, and were killed.</summary>
    public int Killed => Volatile.Read(ref killed);

    /// <summary>A driver that was started once to hear what it is.</summary>
    /// <param name="options">How it is started.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DriverException">It cannot be started, or its first line is wrong.</exception>
    public static async Task<StdioDriver> StartAsync(
        StdioDriverOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var init = new StdioInit
        {
            Endpoint = "ws://127.0.0.1:9/", Session = "probe", OperationTimeoutMs = 1000, AttachTimeoutMs = 1000,
        };
        var child = StdioChild.Start(options, init, null, LogFile(options, 0));
        await using (child.ConfigureAwait(false))
        {
            var description = await child.ReadyAsync(cancellation).ConfigureAwait(false);
            return new StdioDriver(options, description, description.Operations);
        }
    }

    /// <summary>The same driver, with what its processes write to standard error kept in a folder.</summary>
    /// <param name="folder">Folder; made when there is something to write.</param>
    public StdioDriver LoggingTo(string folder) => new(options with { LogFolder = folder }, Description, declared);

    /// <inheritdoc/>
    public IDriverClient CreateClient(DriverClientOptions options, IDriverObserver observer) =>
        new StdioClient(this, options, observer, life: 1, connection: 0, cursor: null, position: null);

    /// <summary>Whether the driver said that it can carry out an operation.</summary>
    internal bool Declares(Operation operation) => declared.Contains(operation);

    /// <summary>Counts a process that had to be killed.</summary>
    internal void CountKilled() => Interlocked.Increment(ref killed);

    /// <summary>A new process for one client life.</summary>
    internal StdioChild Start(StdioInit init, IStdioReceiver receiver) =>
        StdioChild.Start(options, init, receiver, LogFile(options, Interlocked.Increment(ref children)));

    private static string? LogFile(StdioDriverOptions options, int number) => options.LogFolder is { } folder
        ? Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"driver-{number}.log"))
        : null;
}
