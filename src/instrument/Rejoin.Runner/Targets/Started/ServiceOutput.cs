using System.Diagnostics;

namespace Rejoin.Runner;

/// <summary>What a service writes to standard output and standard error: all of it up to a limit in a file, the last
/// lines for messages, access tokens in neither.</summary>
internal sealed class ServiceOutput : IAsyncDisposable
{
    private const int KeptLines = 8;
    private const int LongestLine = 300;
    private const long LargestFile = 16 * 1024 * 1024;
    private static readonly TimeSpan EndBound = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly Queue<string> last = [];
    private readonly StreamWriter log;
    private readonly TimeProvider time;
    private readonly string? awaited;
    private readonly IReadOnlyList<string> secrets;
    private readonly TaskCompletionSource found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private long room = LargestFile;
    private bool isClosed;

    public ServiceOutput(
        Process process, string file, string? awaited, IReadOnlyList<string> secrets, TimeProvider time)
    {
        this.time = time;
        this.awaited = awaited;
        this.secrets = secrets;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        log = new StreamWriter(file);
        reading = Task.WhenAll(KeepAsync(process.StandardOutput), KeepAsync(process.StandardError));
    }

    /// <summary>Completes when a line has held the awaited text.</summary>
    public Task Found => found.Task;

    /// <summary>The last lines, each on a line of its own; a sentence if there are none.</summary>
    public string Told()
    {
        lock (gate)
        {
            return last.Count == 0 ? "It wrote nothing." : "Its output ends:\n  " + string.Join("\n  ", last);
        }
    }

    /// <summary>Waits until everything was written down, 2 s at most: what a process of the service leaves behind can
    /// hold the pipe open.</summary>
    public async ValueTask DisposeAsync()
    {
        await reading.WaitAsync(EndBound, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            isClosed = true;
            log.Dispose();
        }
    }

    private async Task KeepAsync(StreamReader from)
    {
        while (await from.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            Keep(line);
        }
    }

    private void Keep(string line)
    {
        foreach (var secret in secrets)
        {
            line = line.Replace(secret, "…", StringComparison.Ordinal);
        }

        lock (gate)
        {
            if (!isClosed && room > 0)
            {
                log.WriteLine(line);
                room -= line.Length;
            }

            var shown = string.Concat(line.Take(LongestLine).Select(each => char.IsControl(each) ? ' ' : each));
            last.Enqueue(shown);
            _ = last.Count > KeptLines && last.TryDequeue(out _);
        }

        if (awaited is not null && line.Contains(awaited, StringComparison.Ordinal))
        {
            found.TrySetResult();
        }
    }
}
