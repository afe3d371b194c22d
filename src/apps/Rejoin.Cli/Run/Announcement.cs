using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What is said before the first trial.</summary>
internal static class Announcement
{
    public static void Write(
        Terminal terminal, string? sabotage, TargetChoice target, bool quiet, Seed seed, RunPlace place)
    {
        if (sabotage is not null)
        {
            terminal.Error.WriteLine($"!!! SABOTAGE: the embedded service has the planted bug '{sabotage}'.");
            terminal.Error.WriteLine("!!! This run shows whether the bug is found, not how good the service is.");
        }

        if (target.Address is { Scheme: "ws", IsLoopback: false })
        {
            terminal.Error.WriteLine("warning: ws:// to another machine: access tokens travel unprotected. Use "
                + "wss://.");
        }

        if (!quiet)
        {
            terminal.Error.WriteLine($"seed {seed}, run folder {place.Folder}");
        }
    }
}
