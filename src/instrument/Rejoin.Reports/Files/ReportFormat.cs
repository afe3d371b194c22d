namespace Rejoin.Reports;

/// <summary>One form of a report.</summary>
/// <param name="Id">Name on the command line, such as <c>junit</c>.</param>
/// <param name="FileName">Name of the file in a run folder; null = it is not written there.</param>
/// <param name="Summary">What it is for: one sentence without its full stop.</param>
/// <param name="Write">Writes the report; reads nothing but the run folder, and asks no clock.</param>
public sealed record ReportFormat(
    string Id, string? FileName, string Summary, Action<ReportSource, TextWriter> Write);
