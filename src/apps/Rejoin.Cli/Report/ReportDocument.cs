using Rejoin.Statistics;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin report --json</c> says.</summary>
internal sealed record ReportDocument
{
    /// <summary>Schema of the document.</summary>
    public string Schema { get; init; } = "rejoin.report/1";

    /// <summary>Run folder, as it was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Verdict of the run.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Exit code of the run; that of the command is 0.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What was written.</summary>
    public required IReadOnlyList<ReportFile> Files { get; init; }

    /// <summary>What the folder lacks, one sentence each.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
