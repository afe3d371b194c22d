namespace Rejoin.Cli;

/// <summary>One line of a list.</summary>
internal interface IListEntry
{
    /// <summary>Texts of the columns; the last one may be a sentence.</summary>
    IReadOnlyList<string> Cells { get; }
}
