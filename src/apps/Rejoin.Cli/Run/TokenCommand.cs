using System.ComponentModel;
using System.Diagnostics;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The user's command that prints an access token.</summary>
internal static class TokenCommand
{
    /// <summary>The option as a repeated command line shows it: what stands for the command is to be filled
    /// in.</summary>
    public const string Placeholder = "--token-command CMD";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>The token of one principal: what the command prints, without white space around it.</summary>
    /// <param name="command">Command line for the system's shell.</param>
    /// <param name="principal">Number of the principal, 1-based; the command finds it in REJOIN_PRINCIPAL.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RejoinException">It fails, prints nothing, or takes longer than 30 s.</exception>
    public static async Task<string> RunAsync(string command, int principal, CancellationToken cancellation)
    {
        using var process = Start(command, principal);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Bound);
        string token;
        try
        {
            token = (await process.StandardOutput.ReadToEndAsync(bound.Token)).Trim();
            await process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw Failed(principal, $"took longer than {Bound.TotalSeconds:0} s and was ended");
        }

        if (process.ExitCode != 0)
        {
            throw Failed(principal, $"ended with exit code {process.ExitCode}");
        }

        return token.Length > 0 ? token : throw Failed(principal, "printed nothing");
    }

    private static Process Start(string command, int principal)
    {
        var start = new ProcessStartInfo
        {
            FileName = OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh",
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(OperatingSystem.IsWindows() ? "/c" : "-c");
        start.ArgumentList.Add(command);
        start.Environment["REJOIN_PRINCIPAL"] = $"{principal}";
        try
        {
            var process = Process.Start(start) ?? throw Failed(principal, "could not be started");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            throw Failed(principal, $"could not be started: {error.Message}");
        }
    }

    private static RejoinException Failed(int principal, string what) => new(
        $"--token-command {what} (REJOIN_PRINCIPAL={principal}).",
        "It must print the access token of that principal, and nothing else, to standard output.");
}
