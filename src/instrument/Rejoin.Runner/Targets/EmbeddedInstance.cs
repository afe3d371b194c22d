using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rejoin.Runner;

/// <summary>One child process of the reference service.</summary>
/// <remarks>The child ends when its standard input closes, so it cannot outlive this process however that
/// ends.</remarks>
internal sealed class EmbeddedInstance : ITargetInstance
{
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopBound = TimeSpan.FromSeconds(5);
    private readonly Process process;
    private readonly string dataFolder;
    private readonly Task logging;
    private readonly HttpClient http = new();
    private readonly EmbeddedReady ready;
    private readonly CancellationTokenSource gone = new();
    private readonly Task watching;

    private EmbeddedInstance(
        Process process, string dataFolder, Task logging, EmbeddedReady ready, string secret)
    {
        this.process = process;
        this.dataFolder = dataFolder;
        this.logging = logging;
        this.ready = ready;
        Control = new EmbeddedControl(http, ready.Admin, secret);
        watching = WatchAsync();
    }

    public ITargetControl? Control { get; }

    public CancellationToken Gone => gone.Token;

    public Uri Endpoint => ready.Url;

    public string? Ended => process.HasExited ? $"the service process ended with exit code {process.ExitCode}" : null;

    public static async Task<EmbeddedInstance> StartAsync(
        EmbeddedCommand command, string dataFolder, string logFile, string? sabotage, CancellationToken cancellation)
    {
        Directory.CreateDirectory(dataFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)
            ?? throw new RejoinException(
                "The embedded service did not start.", "Run 'rejoin serve --dev' to see why.", 70);
        var logging = LogAsync(process.StandardError, logFile);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(StartBound);
        try
        {
            var hello = new EmbeddedStart
            {
                Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
                DataFolder = dataFolder,
                Sabotage = sabotage,
            };
            // Past the buffer of the writer: closing a writer that holds text for a dead child throws.
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(hello, TargetJson.Default.EmbeddedStart), (byte)'\n'];
            await process.StandardInput.BaseStream.WriteAsync(line, bound.Token).ConfigureAwait(false);
            await process.StandardInput.BaseStream.FlushAsync(bound.Token).ConfigureAwait(false);
            var answer = await process.StandardOutput.ReadLineAsync(bound.Token).ConfigureAwait(false);
            var ready = answer is null ? null : JsonSerializer.Deserialize(answer, TargetJson.Default.EmbeddedReady);
            if (ready is not null)
            {
                return new EmbeddedInstance(process, dataFolder, logging, ready, hello.Secret);
            }
        }
        catch (Exception error) when (error is IOException or JsonException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // A child that ended, said something else or said nothing in time: told below, when its log is whole.
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process).ConfigureAwait(false);
            throw;
        }

        await StopAsync(process).ConfigureAwait(false);
        await logging.ConfigureAwait(false);
        throw NotReady(logFile);
    }

    public async ValueTask<string> AccessTokenAsync(string principal, int number, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri(ready.Http, "/token"),
            new TokenRequest(principal, 3600),
            TargetJson.Default.TokenRequest,
            cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var reply = await answer.Content.ReadFromJsonAsync(TargetJson.Default.TokenReply, cancellation)
            .ConfigureAwait(false);
        return reply!.Token;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(process).ConfigureAwait(false);
        await logging.ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        process.Dispose();
        http.Dispose();
        gone.Dispose();
        if (Directory.Exists(dataFolder))
        {
            // A service that ends in order has deleted it itself.
            Directory.Delete(dataFolder, recursive: true);
        }
    }

    private async Task WatchAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await gone.CancelAsync().ConfigureAwait(false);
    }

    private static RejoinException NotReady(string logFile) => new(
        "The embedded service did not become ready.", $"Its log is '{logFile}'.", 70);

    private static async Task StopAsync(Process process)
    {
        process.StandardInput.BaseStream.Close();
        using var bound = new CancellationTokenSource(StopBound);
        try
        {
            await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task LogAsync(StreamReader from, string logFile)
    {
        var log = new StreamWriter(logFile);
        await using (log.ConfigureAwait(false))
        {
            while (await from.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                await log.WriteLineAsync(line).ConfigureAwait(false);
            }
        }
    }
}
