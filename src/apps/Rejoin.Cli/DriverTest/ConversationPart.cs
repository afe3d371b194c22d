using Rejoin.Checks;

namespace Rejoin.Cli;

/// <summary>A conversation with every operation that the driver offers, a drop and a crash.</summary>
internal sealed class ConversationPart : IExamPart
{
    private readonly List<OperationInput> said = [];

    public async Task RunAsync(Candidate candidate, CancellationToken cancellation)
    {
        var opened = await candidate.AttachAsync(Operation.Connect, AttachOutcome.Opened, null, cancellation);
        var session = opened.ServiceSession;
        await SayAsync(candidate, true, cancellation);
        await ReadAsync(candidate, cancellation);

        await SayAsync(candidate, false, cancellation);
        await candidate.OkAsync(Operation.Drop, new OperationInput(), cancellation);
        await candidate.ClosedAsync("self", cancellation);
        await candidate.MustAsync(
            Operation.Say, new OperationInput { Id = "late", Text = "nobody hears this" }, cancellation,
            HistoryEventType.Fail, HistoryEventType.Info);
        await ResumeAsync(candidate, session, cancellation);
        candidate.Offsets(repeats: false);

        await SayAsync(candidate, false, cancellation);
        await candidate.OkAsync(Operation.Crash, new OperationInput(), cancellation);
        await candidate.OkAsync(Operation.Restart, new OperationInput(), cancellation);
        await ResumeAsync(candidate, session, cancellation);
        candidate.Offsets(repeats: true);
        await LeaveAsync(candidate, cancellation);
    }

    private async Task SayAsync(Candidate candidate, bool waits, CancellationToken cancellation)
    {
        if (!candidate.Can(Operation.Say))
        {
            return;
        }

        var message = new OperationInput { Id = $"say-{said.Count + 1}", Text = $"message {said.Count + 1} \"ü\" \n" };
        said.Add(message);
        await candidate.OkAsync(Operation.Say, message, cancellation);
        if (!waits)
        {
            return;
        }

        await candidate.ReplyAsync(message.Id!, cancellation);
        var shown = candidate.Observer.Events.FirstOrDefault(each => each.Id == message.Id);
        if (shown?.Text != message.Text || shown?.Digest is { Length: not 16 })
        {
            candidate.Find("DR04", $"The user_message '{message.Id}' was reported with the text '{shown?.Text}' and "
                + $"the digest '{shown?.Digest}'; it was '{message.Text}', and a digest has 16 digits.");
        }
    }

    private async Task ResumeAsync(Candidate candidate, string? session, CancellationToken cancellation)
    {
        var before = candidate.Client.Position;
        var attach = await candidate.AttachAsync(Operation.Resume, AttachOutcome.Resumed, session, cancellation);
        if (attach.PresentedOffset != before?.Offset)
        {
            candidate.Find("DR02", $"'resume' presented the offset {attach.PresentedOffset}; the driver's last "
                + $"position was {before?.Offset}.");
        }

        foreach (var message in said)
        {
            await candidate.ReplyAsync(message.Id!, cancellation);
        }
    }

    private static async Task ReadAsync(Candidate candidate, CancellationToken cancellation)
    {
        if (candidate.Can(Operation.Set))
        {
            await candidate.OkAsync(
                Operation.Set,
                new OperationInput { Id = "set-1", Scope = "memory", Key = "k", Value = "\"v\"" },
                cancellation);
        }

        if (candidate.Can(Operation.Context))
        {
            var read = await candidate.OkAsync(Operation.Context, new OperationInput(), cancellation);
            if (candidate.Can(Operation.Set) && read.Result!.Context!.Memory.GetValueOrDefault("k") != "\"v\"")
            {
                candidate.Find("DR04", "'context' shows no memory 'k' with the JSON text '\"v\"', which was set.");
            }
        }

        if (candidate.Can(Operation.Effects))
        {
            await candidate.OkAsync(Operation.Effects, new OperationInput(), cancellation);
        }

        if (candidate.Can(Operation.Refresh))
        {
            await candidate.OkAsync(Operation.Refresh, new OperationInput(), cancellation);
        }
    }

    private async Task LeaveAsync(Candidate candidate, CancellationToken cancellation)
    {
        if (candidate.Can(Operation.History))
        {
            var read = await candidate.OkAsync(Operation.History, new OperationInput(), cancellation);
            var texts = read.Result!.History!.Where(each => each.Role == "user").Select(each => each.Text);
            if (!texts.SequenceEqual(said.Select(each => each.Text!)))
            {
                candidate.Find("DR04", "'history' does not show the messages that were said, in their order.");
            }
        }

        if (candidate.Can(Operation.Leave))
        {
            await candidate.OkAsync(Operation.Leave, new OperationInput(), cancellation);
            await candidate.ClosedAsync("peer|self", cancellation);
        }
    }
}
