namespace Rejoin.Checks;

/// <summary>Why an operation failed or is unknown.</summary>
/// <param name="Code">Short word, such as <c>refused</c>, <c>timeout</c>, <c>lost</c>, <c>abandoned</c>.</param>
/// <param name="Message">One sentence; never holds a token.</param>
public sealed record OperationError(string Code, string Message);
