using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Where a run is written.</summary>
/// <param name="Folder">Run folder, as it is shown.</param>
/// <param name="LinkFolder">Folder that gets the link <c>latest</c>.</param>
internal sealed record RunPlace(string Folder, string LinkFolder)
{
    /// <summary>The folder that was asked for, or a new one named after time and seed.</summary>
    public static RunPlace Of(string? wanted, DateTimeOffset now, Seed seed)
    {
        if (wanted is null)
        {
            var name = now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            return new RunPlace(Path.Combine("runs", $"{name}-{seed}"), ".");
        }

        if (wanted.Length == 0)
        {
            throw new RejoinException("--out is empty.", "Give a folder, or leave it out.");
        }

        return new RunPlace(wanted, Path.GetDirectoryName(Path.GetFullPath(wanted)) ?? wanted);
    }
}
