namespace Rejoin.Server.Sabotage.Tests;

/// <summary>Tests that compare times or heaps: beside them nothing else runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
