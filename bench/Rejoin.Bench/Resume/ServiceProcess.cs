using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rejoin.Bench;

/// <summary>The measured service as a child process; it ends when its standard input closes.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, ResumePlan plan)
    {
        this.process = process;
        Plan = plan;
    }

    /// <summary>What the service offers.</summary>
    public ResumePlan Plan { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["service", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The measured service did not start.");
        return new(process, JsonSerializer.Deserialize<ResumePlan>(line)!);
    }

    /// <summary>CPU time of the service so far.</summary>
    public async Task<TimeSpan> CpuAsync()
    {
        await process.StandardInput.WriteLineAsync("cpu");
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The measured service has ended.");
        return TimeSpan.FromTicks(long.Parse(line, CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
