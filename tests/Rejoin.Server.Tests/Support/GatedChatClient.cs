using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Rejoin.Server.Tests;

/// <summary>A model that says a given number of pieces and then waits until the gate is open.</summary>
internal sealed class GatedChatClient(int piecesBefore, int piecesAfter) : IChatClient
{
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Failures { get; set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < piecesBefore; i++)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, $"p{i} ");
        }

        if (Failures-- > 0)
        {
            throw new HttpRequestException("The model is away.");
        }

        await Gate.Task.WaitAsync(cancellationToken);
        for (var i = piecesBefore; i < piecesBefore + piecesAfter; i++)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, $"p{i} ");
        }
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
