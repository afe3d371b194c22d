namespace Rejoin.House.Tests;

/// <summary>One rule about the files themselves.</summary>
internal interface ITidyRule
{
    /// <summary>Name that the list of exceptions uses.</summary>
    string Name { get; }

    /// <summary>Every place in the file that breaks the rule.</summary>
    IEnumerable<Complaint> Check(SourceFile file);
}
