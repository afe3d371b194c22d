namespace Rejoin.Cli;

/// <summary>One block of a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Text; of a paragraph in one line.</param>
/// <param name="Indent">Columns before it.</param>
/// <param name="Mark">Mark of an item of a list with the space after it; else empty.</param>
/// <param name="IsTight">Whether it follows what is above it without an empty line.</param>
internal sealed record MarkdownBlock(MarkdownKind Kind, string Text, int Indent, string Mark, bool IsTight);
