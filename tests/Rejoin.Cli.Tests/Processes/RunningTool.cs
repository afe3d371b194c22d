using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Rejoin.Cli.Tests;

/// <summary>A command that is running; killed at the end if it still does.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    private static readonly TimeSpan LineBound = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private readonly EmittedFiles emitted;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly List<string> passed = [];
    private readonly Task reading;

    private RunningTool(Process process, EmittedFiles emitted)
    {
        this.process = process;
        this.emitted = emitted;
        reading = Task.WhenAll(
            ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, error));
        _ = reading.ContinueWith(_ => lines.Writer.TryComplete(), TaskScheduler.Default);
    }

    /// <summary>Process id.</summary>
    public int Id => process.Id;

    public static RunningTool Start(
        IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var emitted = EmittedFiles.Before(folder);
        var process = Process.Start(Tool.StartInfo(arguments, folder, environment))!;
        process.StandardInput.Close();
        return new RunningTool(process, emitted);
    }

    /// <summary>The first line, of either stream, that fits and was not returned before.</summary>
    public async Task<string> LineAsync(Func<string, bool> fits)
    {
        // The two streams are read side by side: which of two lines comes first says nothing.
        if (passed.Find(line => fits(line)) is { } earlier)
        {
            passed.Remove(earlier);
            return earlier;
        }

        using var bound = new CancellationTokenSource(LineBound);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(bound.Token))
            {
                if (fits(line))
                {
                    return line;
                }

                passed.Add(line);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"No such line came within {LineBound.TotalSeconds} s.\n{Text()}");
        }

        Assert.Fail($"The command ended without such a line.\n{Text()}");
        return string.Empty;
    }

    /// <summary>Sends a signal, such as INT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start(
            "kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Ends the process as kill -9 does; its children are left alone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the command left at its end.</summary>
    public async Task<ToolResult> ResultAsync(TimeSpan atMost)
    {
        using var bound = new CancellationTokenSource(atMost);
        try
        {
            await process.WaitForExitAsync(bound.Token);
            await reading.WaitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The command did not end within {atMost.TotalSeconds} s.\n{Text()}");
        }

        emitted.Validate();
        return new ToolResult(process.ExitCode, output.ToString(), error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private async Task ReadAsync(StreamReader from, StringBuilder into)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (into)
            {
                into.Append(line).Append('\n');
            }

            lines.Writer.TryWrite(line);
        }
    }

    private string Text()
    {
        lock (output)
        {
            lock (error)
            {
                return $"--- output\n{output}\n--- error\n{error}";
            }
        }
    }
}
