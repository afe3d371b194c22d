namespace Rejoin.Cli;

/// <summary>How much a command tells beside its result.</summary>
internal enum Verbosity
{
    /// <summary>Only what is wrong.</summary>
    Quiet,

    /// <summary>Progress.</summary>
    Normal,

    /// <summary>Every trial.</summary>
    Verbose,
}
