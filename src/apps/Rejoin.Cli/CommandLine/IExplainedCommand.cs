namespace Rejoin.Cli;

/// <summary>A command whose help has examples and exit codes.</summary>
internal interface IExplainedCommand
{
    /// <summary>Text below the options: a title, then one command per line.</summary>
    string Examples { get; }

    /// <summary>The exit codes that the command can end with.</summary>
    IReadOnlyList<int> ExitCodes { get; }
}
