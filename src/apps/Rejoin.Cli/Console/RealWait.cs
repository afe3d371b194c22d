using System.Globalization;

namespace Rejoin.Cli;

/// <summary>The announcement of absences that take real time.</summary>
internal static class RealWait
{
    /// <summary>What happens and how long it takes.</summary>
    public static string Text(TimeSpan longest) => string.Create(
        CultureInfo.InvariantCulture,
        $"waits up to {longest.TotalSeconds:0} s in real time, all trials at once: the target's clock cannot be moved");
}
