using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rejoin.Drivers.Stdio;

/// <summary>One process of a driver: lines to it, lines from it, and what becomes of it.</summary>
internal sealed class StdioChild : IAsyncDisposable
{
    private readonly StdioDriverOptions options;
    private readonly Process process;
    private readonly IStdioReceiver? receiver;
    private readonly StdioEvidence evidence;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<StdioMessage>> pending = [];
    private readonly TaskCompletionSource<DriverDescription> ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly SemaphoreSlim writing = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly Task keeping;
    private Task reading = Task.CompletedTask;
    private volatile DriverException? fault;

    private StdioChild(StdioDriverOptions options, Process process, IStdioReceiver? receiver, StdioEvidence evidence)
    {
        this.options = options;
        this.process = process;
        this.receiver = receiver;
        this.evidence = evidence;
        keeping = evidence.KeepAsync(process.StandardError);
    }

    /// <summary>Whether it had to be killed, because it did not end when its input was closed.</summary>
    public bool WasKilled { get; private set; }

    public static StdioChild Start(
        StdioDriverOptions options, StdioInit init, IStdioReceiver? receiver, string? logFile)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = options.WorkFolder ?? string.Empty,
        };
        try
        {
            var process = Process.Start(start)
                ?? throw new DriverException("not-started", $"The driver '{options}' was not started.");
            var child = new StdioChild(options, process, receiver, new StdioEvidence(logFile));
            child.reading = child.ReadAsync(init);
            return child;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new DriverException(
                "not-started", $"The driver '{options}' could not be started: {error.Message}.");
        }
    }

    /// <summary>What the driver says that it is.</summary>
    public async Task<DriverDescription> ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            return await ready.Task.WaitAsync(options.StartTimeout, options.Time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Break(new DriverException(
                "hang", $"The driver wrote no line 'ready' within {options.StartTimeout.TotalSeconds:0.#} s."));
        }
    }

    /// <summary>Asks for one operation and waits for its answer.</summary>
    public async Task<StdioMessage> AskAsync(StdioInvoke invoke, TimeSpan timeout, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation).ConfigureAwait(false);
        var answer = new TaskCompletionSource<StdioMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (pending.Count >= options.MaximumPending || !pending.TryAdd(invoke.Call, answer))
        {
            throw new InvalidOperationException($"{options.MaximumPending} operations are unanswered.");
        }

        if (invoke.Token is { } token)
        {
            evidence.Hide(token);
        }

        var longest = timeout + options.AnswerGrace;
        using var bound = new CancellationTokenSource(longest, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            _ = fault is { } before ? throw before : false;
            await WriteAsync(invoke, either.Token).ConfigureAwait(false);
            return await answer.Task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Break(new DriverException("hang", $"The driver did not answer '{invoke.Operation}' "
                + $"within {longest.TotalSeconds:0.#} s, although it was told to give up earlier."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.BaseStream.Close();
        using var bound = new CancellationTokenSource(options.StopTimeout, options.Time);
        try
        {
            await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            WasKilled = true;
        }

        await KillAsync().ConfigureAwait(false);
        process.Dispose();
        ending.Dispose();
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
            Debug.WriteLine(error.Message);
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        await keeping.WaitAsync(options.StopTimeout, options.Time).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync(StdioInit init)
    {
        // The pipe of a child that starts slowly takes one line; the caller does not wait for it.
        await Task.Yield();
        try
        {
            await TryWriteAsync(init, StdioJson.Default.StdioInit, ending.Token).ConfigureAwait(false);
            var lines = new StdioLines(process.StandardOutput.BaseStream, options.MaximumLineBytes);
            for (var number = 1; await lines.NextAsync(ending.Token).ConfigureAwait(false) is { } line; number++)
            {
                if (number > options.MaximumLines)
                {
                    throw new DriverException(
                        "flood", $"The driver wrote more than {options.MaximumLines} lines in one life.");
                }

                Handle(Parse(line.Span, number), number);
            }

            await keeping.WaitAsync(options.StopTimeout, options.Time).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing);
            Break(new DriverException("crash", "The driver ended, or closed its standard output."));
        }
        catch (DriverException error)
        {
            Break(error);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            Break(new DriverException("crash", "The driver's process was ended."));
        }
    }

    private StdioMessage Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StdioJson.Default.StdioMessage)
                ?? throw new JsonException("null is no message");
        }
        catch (JsonException error)
        {
            var text = evidence.Shown(System.Text.Encoding.UTF8.GetString(line[..Math.Min(line.Length, 1000)]));
            throw new DriverException("garbage", $"Line {number} of the driver is no message: {error.Message} "
                + $"The line: {text}");
        }
    }

    private void Handle(StdioMessage message, int number)
    {
        if (!ready.Task.IsCompleted)
        {
            ready.TrySetResult(StdioReady.Read(message));
        }
        else if (message.Type is "ok" or "fail" or "info")
        {
            if (message.Call is not { } call || !pending.TryRemove(call, out var waiting))
            {
                throw new DriverException("out-of-turn", $"Line {number} of the driver answers call {message.Call}, "
                    + "which is not under way.");
            }

            waiting.TrySetResult(message);
        }
        else
        {
            receiver?.Take(message);
        }
    }

    private async Task WriteAsync(StdioInvoke invoke, CancellationToken cancellation)
    {
        if (await TryWriteAsync(invoke, StdioJson.Default.StdioInvoke, cancellation).ConfigureAwait(false))
        {
            return;
        }

        // What it wrote last says more than a broken pipe; the reader finds the end.
        await reading.WaitAsync(options.StopTimeout, options.Time, cancellation).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing);
        throw Break(new DriverException("crash", "The driver does not read its standard input any more."));
    }

    private async Task<bool> TryWriteAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, type), (byte)'\n'];
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var pipe = process.StandardInput.BaseStream;
            await pipe.WriteAsync(line, cancellation).ConfigureAwait(false);
            await pipe.FlushAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is ObjectDisposedException or IOException)
        {
            return false;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Ends everything that waits; the first fault is the one that counts.</summary>
    public DriverException Break(DriverException found)
    {
        var full = new DriverException(found.Code, found.Message + evidence.Told());
        var first = Interlocked.CompareExchange(ref fault, full, null) ?? full;
        ready.TrySetException(first);
        _ = ready.Task.Exception;
        foreach (var call in pending.Keys)
        {
            if (pending.TryRemove(call, out var waiting))
            {
                waiting.TrySetException(first);
                _ = waiting.Task.Exception;
            }
        }

        return first;
    }
}
