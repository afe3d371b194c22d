namespace Rejoin.Runner;

/// <summary>The reference service as a child process: its own folder and ports for every round.</summary>
public sealed class EmbeddedTarget : ITarget
{
    private readonly EmbeddedCommand command;
    private readonly string workFolder;
    private readonly string logFolder;
    private readonly string? sabotage;

    /// <summary>A target that starts children with a command.</summary>
    /// <param name="command">Command of the embedded service.</param>
    /// <param name="workFolder">Folder for the services' data; each round's part is deleted when it ends.</param>
    /// <param name="logFolder">Folder for the services' logs.</param>
    /// <param name="sabotage">Planted bug; null = none.</param>
    /// <param name="notes">Limits that the command raises, one sentence each.</param>
    public EmbeddedTarget(
        EmbeddedCommand command, string workFolder, string logFolder, string? sabotage,
        params IReadOnlyList<string> notes)
    {
        Notes = notes;
        this.command = command;
        this.workFolder = workFolder;
        this.logFolder = logFolder;
        this.sabotage = sabotage;
    }

    /// <inheritdoc/>
    public string Description => "embedded";

    /// <inheritdoc/>
    public bool FreshProcessPerRound => true;

    /// <inheritdoc/>
    public bool CanMoveTime => true;

    /// <inheritdoc/>
    public int Principals => 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public async Task<ITargetInstance> StartAsync(string scenario, int round, CancellationToken cancellation) =>
        await EmbeddedInstance.StartAsync(
            command,
            Path.Combine(workFolder, $"{scenario}-{round}"),
            Path.Combine(logFolder, $"{scenario}-{round}.log"),
            sabotage,
            cancellation).ConfigureAwait(false);
}
