namespace Rejoin.Cli;

/// <summary>The kinds of blocks that the pages use.</summary>
internal enum MarkdownKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph, or an item of a list.</summary>
    Paragraph,

    /// <summary>Code, drawings, commands: never broken.</summary>
    Code,
}
