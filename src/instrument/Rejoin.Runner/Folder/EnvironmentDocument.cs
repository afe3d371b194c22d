using System.Runtime.InteropServices;

namespace Rejoin.Runner;

/// <summary>Machine and runtime of a run.</summary>
/// <param name="OperatingSystem">Operating system.</param>
/// <param name="Architecture">Processor architecture.</param>
/// <param name="Cores">Processors that the tool may use.</param>
/// <param name="MemoryMib">Memory that the tool may use, in MiB.</param>
/// <param name="Runtime">.NET runtime.</param>
public sealed record EnvironmentDocument(
    string OperatingSystem, string Architecture, int Cores, long MemoryMib, string Runtime)
{
    /// <summary>This machine and runtime.</summary>
    public static EnvironmentDocument Here() => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        RuntimeInformation.FrameworkDescription);
}
