namespace Rejoin.Cli;

/// <summary>A command whose help has examples.</summary>
internal interface IExplainedCommand
{
    /// <summary>Text below the options: a title, then one command per line.</summary>
    string Examples { get; }
}
