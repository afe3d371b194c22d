using System.Diagnostics;
using System.Text;

namespace Rejoin.Cli;

/// <summary>The standard input as the sign that the parent process lives.</summary>
/// <remarks>A thread of its own reads it, so that a busy thread pool cannot delay the end, and it ends the process by
/// force when an orderly end takes too long.</remarks>
internal sealed class Leash : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private readonly Stream input;
    private readonly TaskCompletionSource<string?> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim orderly = new();
    private int longestLine;

    /// <summary>A leash on a stream that the parent holds open.</summary>
    public Leash(Stream input) => this.input = input;

    /// <summary>Completes when the parent has closed its end or is gone.</summary>
    public Task Ended => ended.Task;

    /// <summary>The first line; null if there is none, or it is longer than allowed.</summary>
    public Task<string?> FirstLineAsync(int longest)
    {
        longestLine = longest;
        new Thread(Watch) { IsBackground = true, Name = "leash" }.Start();
        return firstLine.Task;
    }

    /// <summary>Tells that the process is about to end by itself.</summary>
    public void Dispose() => orderly.Set();

    private void Watch()
    {
        var line = new List<byte>();
        for (var next = input.ReadByte(); next >= 0; next = input.ReadByte())
        {
            if (next == '\n')
            {
                firstLine.TrySetResult(Encoding.UTF8.GetString([.. line]));
            }
            else if (line.Count < longestLine)
            {
                line.Add((byte)next);
            }
        }

        firstLine.TrySetResult(null);
        ended.TrySetResult();
        if (!orderly.Wait(Patience))
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
