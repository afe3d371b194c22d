namespace Rejoin.Cli;

/// <summary>What the page of the command line says about an option.</summary>
internal interface IDocumentedOption
{
    /// <summary>What it does.</summary>
    string What { get; }

    /// <summary>What holds if it is not given; null = nothing that is worth a word.</summary>
    string? Standard { get; }
}
