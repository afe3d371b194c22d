using Rejoin.Runner;

namespace Rejoin.Reports.Tests.Files;

/// <summary>A run folder of one test, gone at its end.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("rejoin-test-");

    public SampleFolder(RunDocument run, bool hasHistories = true)
    {
        Folder = RunFolder.Create(Path.Combine(parent.FullName, "out"), replace: false);
        Folder.Write(run);
        File.WriteAllText(Folder.ContractPath, "schema: rejoin.contract/1\n");
        for (var trial = 1; hasHistories && trial <= run.Scenarios.Sum(scenario => scenario.Trials); trial++)
        {
            File.WriteAllText(
                Folder.PathOf(RunFolder.HistoryName("history", trial)),
                string.Concat(Enumerable.Range(1, 60).Select(line => $"{{\"index\":{line},\"trial\":{trial}}}\n")));
        }

        File.WriteAllText(Path.Combine(parent.FullName, "secret"), "a secret\n");
        Source = new ReportSource(run, Folder, "out");
    }

    public RunFolder Folder { get; }

    public ReportSource Source { get; }

    public static string Text(RunDocument run, Action<ReportSource, TextWriter> write, bool hasHistories = false)
    {
        using var folder = new SampleFolder(run, hasHistories);
        var output = new StringWriter();
        write(folder.Source, output);
        return output.ToString();
    }

    public void Dispose() => parent.Delete(recursive: true);
}
