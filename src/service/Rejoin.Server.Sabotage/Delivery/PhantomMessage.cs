using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>With the second message of a session another one is appended that nobody sent.</summary>
internal sealed class PhantomMessage
{
    private const int Haunted = 2;
    private readonly PerSession<SayOrder> orders = new();

    public static PlantedBug Bug { get; } = new(static () => new PhantomMessage().Seams())
    {
        Id = "phantom-message",
        Check = "RJ103",
        Wrong = "appends a user message that nobody sent beside the second message of a session",
        Defence = "the rule that only a client's operation makes a user message",
    };

    private ServerSeams Seams() => new() { Store = store => new AlteredStore(store, AppendAsync) };

    private Task<AppendResult> AppendAsync(AppendCommand command, Func<AppendCommand, Task<AppendResult>> next) =>
        next(command.Message() is { } message && orders.Of(command.Session).NumberOf(message.Id) == Haunted
            ? command with
            {
                Events = [message, new UserMessage { Id = "phantom-1", Text = "Please go on." }],
            }
            : command);
}
