namespace Rejoin.Reports;

/// <summary>One thing that happened, in words.</summary>
/// <param name="What">The thing in a few words.</param>
/// <param name="More">What else is known about it; empty if nothing.</param>
internal sealed record LineWords(string What, string More = "");
