using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin keep</c> does: starts a command, and ends it with everything that it started when standard
/// input closes.</summary>
internal static class KeepAction
{
    private const int NotStarted = 127;

    /// <summary>Runs the command.</summary>
    /// <returns>Its exit code; 127 if it could not be started.</returns>
    public static async Task<int> RunAsync(string signal, int stopMs, string[] words, Terminal terminal)
    {
        var isPosix = !OperatingSystem.IsWindows();
        if (isPosix)
        {
            Posix.LeadGroup();
        }

        // The group's signals are for the command.
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var process = Start(words, terminal);
        if (process is null)
        {
            return NotStarted;
        }

        var leash = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Watch(leash)) { IsBackground = true, Name = "leash" }.Start();
        var ended = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(leash.Task, ended) == ended)
        {
            // What the command leaves behind is asked to end too.
            if (isPosix)
            {
                Posix.SignalGroup(Posix.Signal("term"));
            }

            return process.ExitCode;
        }

        if (isPosix)
        {
            Posix.SignalGroup(Posix.Signal(signal));
            await ended.WaitAsync(TimeSpan.FromMilliseconds(stopMs), TimeProvider.System)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // This process too: nothing of the group is left.
            Posix.SignalGroup(Posix.Kill);
        }

        process.Kill(entireProcessTree: true);
        return NotStarted;
    }

    private static Process? Start(string[] words, Terminal terminal)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
            {
                RedirectStandardInput = true, UseShellExecute = false,
            })!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            terminal.Error.WriteLine($"'{words[0]}' cannot be started: {error.Message}");
            return null;
        }
    }

    private static void Watch(TaskCompletionSource leash)
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        leash.TrySetResult();
    }
}
