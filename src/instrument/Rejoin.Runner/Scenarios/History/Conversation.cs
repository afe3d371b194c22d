using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Runner.Scenarios.History;

/// <summary>A client's side of a conversation: says things and keeps track of what is still unanswered.</summary>
internal sealed class Conversation(TrialClient client)
{
    private readonly List<Task<OperationOutcome>> says = [];
    private readonly List<string> turns = [];

    public TrialClient Client => client;

    /// <summary>Messages said so far.</summary>
    public int Messages => says.Count;

    /// <summary>Says one message, or two at once, and waits for the replies or the loss of the connection.</summary>
    public async Task SayAsync(bool pipelined, CancellationToken cancellation)
    {
        var ids = new List<string> { Begin(cancellation) };
        if (pipelined)
        {
            ids.Add(Begin(cancellation));
        }

        foreach (var id in ids)
        {
            await client.ReplyOrLossAsync(id, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Says one message and waits until some pieces of the reply came.</summary>
    public async Task SayUntilPiecesAsync(int pieces, CancellationToken cancellation) =>
        await client.PiecesOrLossAsync(Begin(cancellation), pieces, cancellation).ConfigureAwait(false);

    /// <summary>Waits until every say has ended and every turn of an accepted one was answered.</summary>
    public async Task EndedAsync(CancellationToken cancellation)
    {
        var outcomes = await Task.WhenAll(says).ConfigureAwait(false);
        var accepted = turns.Where((_, number) => outcomes[number].Type == HistoryEventType.Ok).ToList();
        await client.RepliesAsync(accepted, cancellation).ConfigureAwait(false);
    }

    private string Begin(CancellationToken cancellation)
    {
        var message = client.NextMessage();
        turns.Add(message.Id!);
        says.Add(client.InvokeAsync(Operation.Say, message, cancellation));
        return message.Id!;
    }
}
