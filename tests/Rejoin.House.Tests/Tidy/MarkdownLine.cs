namespace Rejoin.House.Tests;

/// <summary>A line of a page outside of code.</summary>
/// <param name="Number">1-based line.</param>
/// <param name="Text">Text, with code spans blanked.</param>
internal sealed record MarkdownLine(int Number, string Text);
