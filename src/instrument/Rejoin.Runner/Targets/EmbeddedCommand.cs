namespace Rejoin.Runner;

/// <summary>The command that starts an embedded service: this tool's own executable.</summary>
/// <param name="FileName">Executable.</param>
/// <param name="Arguments">Arguments in order.</param>
public sealed record EmbeddedCommand(string FileName, IReadOnlyList<string> Arguments);
