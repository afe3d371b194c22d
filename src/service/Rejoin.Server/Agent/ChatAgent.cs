using System.Text;
using Microsoft.Extensions.AI;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The agent: replies from a chat model, workflows from the registry.</summary>
internal sealed class ChatAgent(IChatClient model, WorkflowRunner workflows, LimitOptions limits) : IAgent
{
    public Task RunAsync(ITurn turn, CancellationToken cancellationToken) => turn.Kind == TurnKind.Reply
        ? ReplyAsync(turn, cancellationToken)
        : workflows.RunAsync(turn, cancellationToken);

    private async Task ReplyAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var messages = turn.Messages.Select(message => new ChatMessage(
            message.Role == MessageRole.User ? ChatRole.User : ChatRole.Assistant, message.Text));
        var reply = new StringBuilder();
        var index = 0;
        await foreach (var update in model.GetStreamingResponseAsync(messages, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var room = limits.ReplyCharacters - reply.Length;
            if (update.Text is not { Length: > 0 } text || room == 0)
            {
                continue;
            }

            var piece = text.Length <= room ? text : text[..room];
            reply.Append(piece);
            var delta = new Delta { Turn = turn.Id, Attempt = turn.Attempt, Index = index++, Text = piece };
            await turn.AppendAsync(delta, cancellationToken).ConfigureAwait(false);
        }

        var message = new AgentMessage { Id = "a-" + turn.Id, Turn = turn.Id, Text = reply.ToString() };
        await turn.FinishAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
