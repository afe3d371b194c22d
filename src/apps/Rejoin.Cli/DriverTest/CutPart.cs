using Rejoin.Checks;

namespace Rejoin.Cli;

/// <summary>A say that is applied and whose ack is cut off: its end is unknown, and a resume shows that it was
/// applied.</summary>
internal sealed class CutPart : IExamPart
{
    public async Task RunAsync(Candidate candidate, CancellationToken cancellation)
    {
        if (!candidate.Can(Operation.Say))
        {
            return;
        }

        var opened = await candidate.AttachAsync(Operation.Connect, AttachOutcome.Opened, null, cancellation);
        await candidate.MustAsync(
            Operation.Say, new OperationInput { Id = "cut-1", Text = "is it there?" }, cancellation,
            HistoryEventType.Info);
        await candidate.ClosedAsync("lost", cancellation);
        await candidate.AttachAsync(
            Operation.Resume, AttachOutcome.Resumed, opened.ServiceSession, cancellation);
        await candidate.ReplyAsync("cut-1", cancellation);
        candidate.Offsets(repeats: false);
    }
}
