using System.Runtime.InteropServices;

namespace Rejoin.Cli;

/// <summary>What the runtime has no call for: a process group, and signals to all of it (POSIX).</summary>
internal static class Posix
{
    /// <summary>SIGKILL.</summary>
    public const int Kill = 9;

    /// <summary>Number of a signal by its word in contracts: the same on every POSIX system.</summary>
    public static int Signal(string word) => word switch { "int" => 2, "kill" => Kill, _ => 15 };

    /// <summary>Makes this process the leader of a group of its own, which its children belong to.</summary>
    public static void LeadGroup() => _ = SetSid();

    /// <summary>Sends a signal to every process of this one's group, itself included.</summary>
    public static void SignalGroup(int signal) => _ = SendSignal(0, signal);

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
