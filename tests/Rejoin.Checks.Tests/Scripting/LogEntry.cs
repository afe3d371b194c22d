namespace Rejoin.Checks.Tests;

/// <summary>One event in the log of a scripted session.</summary>
public sealed record LogEntry(long Offset, string Kind, string Id, string Text, string At)
{
    public string? Turn { get; init; }

    public int? Attempt { get; init; }

    public int? Index { get; init; }

    public string? Scope { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }

    public string? Workflow { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Steps { get; init; }

    public int? Step { get; init; }

    public string? Effect { get; init; }

    public ReceivedEvent Received(string epoch, bool replayed) => new()
    {
        Epoch = epoch,
        Offset = Offset,
        Kind = Kind,
        Replayed = replayed,
        Id = Kind == "delta" || Workflow is not null ? null : Id,
        At = At,
        Turn = Turn,
        Attempt = Attempt,
        DeltaIndex = Index,
        Text = Key is null && Workflow is null ? Text : null,
        Scope = Scope,
        Key = Key,
        Value = Value,
        Workflow = Workflow,
        Name = Name,
        Steps = Steps,
        Step = Step,
        Effect = Effect,
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
