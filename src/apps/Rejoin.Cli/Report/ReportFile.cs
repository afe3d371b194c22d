namespace Rejoin.Cli;

/// <summary>One report that was written.</summary>
/// <param name="Format">Its form.</param>
/// <param name="Path">The file.</param>
internal sealed record ReportFile(string Format, string Path);
