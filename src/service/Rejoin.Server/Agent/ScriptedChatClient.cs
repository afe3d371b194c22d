using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Rejoin.Server;

/// <summary>A model whose reply is a function of the user's text: it repeats it whole, in 4 to 10 pieces.</summary>
internal sealed class ScriptedChatClient(TimeSpan pieceDelay, TimeProvider time) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken)
            .ConfigureAwait(false))
        {
            updates.Add(update);
        }

        return updates.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in ScriptedReply.Pieces(messages.Last().Text))
        {
            if (pieceDelay > TimeSpan.Zero)
            {
                await Task.Delay(pieceDelay, time, cancellationToken).ConfigureAwait(false);
            }

            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
