using System.Reflection;

namespace Rejoin.Cli;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>Version, with the commit if the build knew it.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";
}
