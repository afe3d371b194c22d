using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>A fault of a link, in the words of histories.</summary>
/// <param name="Evidence">What was asked for and seen.</param>
/// <param name="Attempt">Connection attempt of the link's client that it hit, 1-based, those that came to nothing
/// included; of one that hit none, the connection that it was planned for.</param>
internal sealed record LinkInjection(InjectionEvidence Evidence, int Attempt);
