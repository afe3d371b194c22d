namespace Rejoin.Checks.Tests;

/// <summary>One event in the log of a scripted session.</summary>
public sealed record LogEntry(long Offset, string Kind, string Id, string Text, string At)
{
    public string? Turn { get; init; }

    public int? Attempt { get; init; }

    public int? Index { get; init; }

    public ReceivedEvent Received(string epoch, bool replayed) => new()
    {
        Epoch = epoch,
        Offset = Offset,
        Kind = Kind,
        Replayed = replayed,
        Id = Kind == "delta" ? null : Id,
        At = At,
        Turn = Turn,
        Attempt = Attempt,
        DeltaIndex = Index,
        Text = Text,
    };

    public MessageView View() => new()
    {
        Id = Id,
        Role = Kind == "user_message" ? "user" : "agent",
        Text = Text,
        Offset = Offset,
        At = At,
        Turn = Turn,
    };
}
