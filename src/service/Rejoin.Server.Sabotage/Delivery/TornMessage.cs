namespace Rejoin.Server.Sabotage;

/// <summary>The second message of a session is appended without its end.</summary>
internal sealed class TornMessage
{
    private const int Torn = 2;
    private readonly PerSession<SayOrder> orders = new();

    public static PlantedBug Bug { get; } = new(static () => new TornMessage().Seams())
    {
        Id = "torn-message",
        Check = "RJ106",
        Wrong = "appends the first two thirds of the second message of a session",
        Defence = "the append of a message as a whole or not at all",
    };

    private ServerSeams Seams() => new() { Store = store => new AlteredStore(store, AppendAsync) };

    private Task<AppendResult> AppendAsync(AppendCommand command, Func<AppendCommand, Task<AppendResult>> next) =>
        next(command.Message() is { } message && orders.Of(command.Session).NumberOf(message.Id) == Torn
            ? command with { Events = [message with { Text = Tear(message.Text) }] }
            : command);

    private static string Tear(string text)
    {
        var end = text.Length * 2 / 3;
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
