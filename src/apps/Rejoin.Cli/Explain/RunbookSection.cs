namespace Rejoin.Cli;

/// <summary>One part of a page.</summary>
/// <param name="Heading">Heading, such as <c>Confirm</c>.</param>
/// <param name="Text">Markdown below it.</param>
internal sealed record RunbookSection(string Heading, string Text);
