namespace Rejoin.House.Tests;

/// <summary>One line of the list of exceptions: rule, file, reason.</summary>
/// <param name="Line">1-based line of the list.</param>
/// <param name="Rule">Name of the rule that does not apply.</param>
/// <param name="Path">File that it does not apply to.</param>
/// <param name="Reason">Why; empty if none is given, which is an error.</param>
internal sealed record TidyException(int Line, string Rule, string Path, string Reason);
