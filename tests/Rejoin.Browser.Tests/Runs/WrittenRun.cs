using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Browser.Tests.Runs;

/// <summary>A run folder on disk with its report, gone at the end of the test.</summary>
internal sealed class WrittenRun : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rejoin-browser-");

    private WrittenRun(RunDocument run)
    {
        var runFolder = RunFolder.Create(Path.Combine(folder.FullName, "run"), replace: false);
        File.WriteAllText(runFolder.ContractPath, "service: example\n");
        var trial = Path.Combine(AppContext.BaseDirectory, "Runs", "trial.jsonl");
        foreach (var name in run.Findings.SelectMany(finding => finding.Evidence)
            .Select(entry => entry[..entry.LastIndexOf(':')]).Distinct().Take(40))
        {
            File.Copy(trial, runFolder.PathOf(name));
        }

        runFolder.Write(run);
        RunReports.WriteAll(new ReportSource(run, runFolder, "run"));
        Report = runFolder.PathOf("report.html");
    }

    /// <summary>Absolute path of the report.</summary>
    public string Report { get; }

    public static WrittenRun Of(RunDocument run) => new(run);

    public void Dispose() => folder.Delete(recursive: true);
}
