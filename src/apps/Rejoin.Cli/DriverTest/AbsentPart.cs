using Rejoin.Checks;

namespace Rejoin.Cli;

/// <summary>A service that is not there: nothing may end ok.</summary>
internal sealed class AbsentPart : IExamPart
{
    public Task RunAsync(Candidate candidate, CancellationToken cancellation) => candidate.MustAsync(
        Operation.Connect, new OperationInput(), cancellation, HistoryEventType.Info, HistoryEventType.Fail);
}
