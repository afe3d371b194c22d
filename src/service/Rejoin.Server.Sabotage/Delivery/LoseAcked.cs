using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The third message of a session is acked and answered, but its event is not appended.</summary>
internal sealed class LoseAcked
{
    private const int Lost = 3;
    private readonly PerSession<SayOrder> orders = new();
    private readonly PerSession<Dictionary<string, UserMessage>> lost = new();

    public static PlantedBug Bug { get; } = new(static () => new LoseAcked().Seams())
    {
        Id = "lose-acked",
        Check = "RJ101",
        Wrong = "acks and answers the third message of a session without appending it",
        Defence = "the ack that means durable",
    };

    private ServerSeams Seams() => new()
    {
        Store = store => new AlteredStore(store, AppendAsync),
        Agent = agent => new AlteredAgent(agent, turn => Remind(turn)),
    };

    private async Task<AppendResult> AppendAsync(
        AppendCommand command, Func<AppendCommand, Task<AppendResult>> next)
    {
        if (command.Message() is not { } message || orders.Of(command.Session).NumberOf(message.Id) != Lost)
        {
            return await next(command).ConfigureAwait(false);
        }

        var notes = lost.Of(command.Session);
        lock (notes)
        {
            notes[message.Id] = message;
        }

        var result = await next(command with { Events = [] }).ConfigureAwait(false);

        // The store names the offset that the event would have had; the newest that exists is one below.
        return result with { Offset = Math.Max(0, result.Offset - 1) };
    }

    /// <summary>Gives the agent the message that it cannot find in the log.</summary>
    private AlteredTurn Remind(ITurn turn)
    {
        var notes = lost.Of(turn.Session);
        lock (notes)
        {
            return notes.TryGetValue(turn.Id, out var message)
                ? new AlteredTurn(turn)
                {
                    OtherMessages =
                    [
                        new HistoryMessage
                        {
                            Offset = 0, Id = message.Id, Role = MessageRole.User, Text = message.Text, At = default,
                        },
                    ],
                }
                : new AlteredTurn(turn);
        }
    }
}
