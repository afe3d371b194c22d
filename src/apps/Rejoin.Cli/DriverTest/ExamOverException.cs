namespace Rejoin.Cli;

/// <summary>The end of one part of an examination, whose finding is written down already.</summary>
internal sealed class ExamOverException : Exception;
