namespace Rejoin.Cli;

/// <summary>One part of an examination.</summary>
internal interface IExamPart
{
    /// <summary>Carries it out; what is wrong becomes a finding.</summary>
    Task RunAsync(Candidate candidate, CancellationToken cancellation);
}
