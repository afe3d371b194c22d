using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>A service that a command starts: a process, a port and a log of its own for every round.</summary>
public sealed class CommandTarget : ITarget
{
    private readonly ContractTarget service;
    private readonly EmbeddedCommand keeper;
    private readonly string logFolder;
    private readonly IReadOnlyList<string> tokens;
    private readonly TimeProvider time;

    /// <summary>A target that starts processes.</summary>
    /// <param name="service">How the service is started; of the kind command.</param>
    /// <param name="keeper">Command that keeps a service and ends it when its own standard input closes; the signal,
    /// the time in milliseconds and the words of the service's command are added to it.</param>
    /// <param name="logFolder">Folder for what the services write.</param>
    /// <param name="tokens">Access tokens, one per principal; empty if the service takes none.</param>
    /// <param name="time">Clock.</param>
    public CommandTarget(
        ContractTarget service, EmbeddedCommand keeper, string logFolder, IReadOnlyList<string> tokens,
        TimeProvider time)
    {
        this.service = service;
        this.keeper = keeper;
        this.logFolder = logFolder;
        this.tokens = tokens;
        this.time = time;
    }

    /// <inheritdoc/>
    public string Description => $"command {string.Join(' ', service.Command.Select(ShellWord.Of))}";

    /// <inheritdoc/>
    public bool FreshProcessPerRound => true;

    /// <inheritdoc/>
    public bool CanMoveTime => false;

    /// <inheritdoc/>
    public int Principals => service.Access switch
    {
        AccessKind.Name => 0,
        AccessKind.None => 1,
        _ => tokens.Count,
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } = [];

    /// <inheritdoc/>
    public async Task<ITargetInstance> StartAsync(string scenario, int round, CancellationToken cancellation) =>
        await CommandInstance.StartAsync(
            service, keeper, Path.Combine(logFolder, $"{scenario}-{round}.log"), tokens, time, cancellation)
            .ConfigureAwait(false);
}
