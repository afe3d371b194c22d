using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>One process of a service that a command starts.</summary>
/// <remarks>A keeper stands between: it ends the service when its standard input closes, so that the service cannot
/// outlive this process however that ends.</remarks>
internal sealed class CommandInstance : ITargetInstance
{
    private static readonly TimeSpan KeeperBound = TimeSpan.FromSeconds(3);
    private readonly Process process;
    private readonly ContractTarget service;
    private readonly ServiceOutput output;
    private readonly IReadOnlyList<string> tokens;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource gone = new();
    private readonly Task watching;

    private CommandInstance(
        Process process, ContractTarget service, ServiceOutput output, Uri endpoint, IReadOnlyList<string> tokens,
        TimeProvider time)
    {
        this.process = process;
        this.service = service;
        this.output = output;
        this.tokens = tokens;
        this.time = time;
        Endpoint = endpoint;
        watching = WatchAsync();
    }

    public Uri Endpoint { get; }

    public ITargetControl? Control => null;

    public CancellationToken Gone => gone.Token;

    public string? Ended => process.HasExited ? $"the service process ended with exit code {process.ExitCode}" : null;

    public static async Task<CommandInstance> StartAsync(
        ContractTarget service, EmbeddedCommand keeper, string logFile, IReadOnlyList<string> tokens,
        TimeProvider time, CancellationToken cancellation)
    {
        var port = FreePort.Next();
        var process = Start(service, keeper, port);
        var output = new ServiceOutput(process, logFile, service.Ready.Line, tokens, time);
        var instance = new CommandInstance(
            process, service, output, new Uri(AtPort(service.Url!, port)), tokens, time);
        using var bound = new CancellationTokenSource(service.Ready.Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, bound.Token, instance.Gone);
        try
        {
            await Readiness.UntilAsync(service.Ready, instance.Endpoint, port, output, time, either.Token)
                .ConfigureAwait(false);

            // A port that another process holds takes connections too.
            return instance.Ended is null ? instance : throw new OperationCanceledException("The service ended.");
        }
        catch (OperationCanceledException)
        {
            int? exitCode = process.HasExited ? process.ExitCode : null;
            await instance.DisposeAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw NotReady(service, exitCode, output, logFile);
        }
    }

    /// <summary>A text with the port of the round.</summary>
    public static string AtPort(string text, int port) => text.Replace(
        ContractTarget.PortMark, port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public ValueTask<string> AccessTokenAsync(string principal, int number, CancellationToken cancellation) =>
        ValueTask.FromResult(service.Access switch
        {
            AccessKind.Name => principal,
            AccessKind.None => string.Empty,
            _ => tokens[number % tokens.Count],
        });

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.BaseStream.Close();
        using var bound = new CancellationTokenSource(service.Stop.Within + KeeperBound, time);
        try
        {
            await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        await watching.ConfigureAwait(false);
        await output.DisposeAsync().ConfigureAwait(false);
        process.Dispose();
        gone.Dispose();
    }

    private static Process Start(ContractTarget service, EmbeddedCommand keeper, int port)
    {
        var stopMs = ((long)service.Stop.Within.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var signal = service.Stop.Signal.ToString().ToLowerInvariant();
        var start = new ProcessStartInfo(
            keeper.FileName,
            [.. keeper.Arguments, signal, stopMs, .. service.Command.Select(word => AtPort(word, port))])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = service.Folder ?? string.Empty,
        };
        foreach (var (name, value) in service.Environment)
        {
            start.Environment[name] = AtPort(value, port);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new RejoinException(
                $"The service cannot be started in '{service.Folder}': {error.Message}.", "Check target.folder.");
        }
    }

    private static RejoinException NotReady(
        ContractTarget service, int? exitCode, ServiceOutput output, string logFile)
    {
        var what = exitCode is { } code
            ? string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code} before it was ready")
            : string.Create(
                CultureInfo.InvariantCulture, $"was not ready within {service.Ready.Within.TotalSeconds:0.###} s: ")
                + Readiness.Awaited(service.Ready);
        return new RejoinException(
            $"The service '{string.Join(' ', service.Command)}' {what}. {output.Told()}",
            $"Start it by hand in its folder to see why; what it wrote is in '{logFile}'.");
    }

    private async Task WatchAsync()
    {
        // The waiters hear of the end outside of the caller's turn: disposing waits for this.
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await gone.CancelAsync().ConfigureAwait(false);
    }
}
