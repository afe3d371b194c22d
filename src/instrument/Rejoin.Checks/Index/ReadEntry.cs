namespace Rejoin.Checks;

/// <summary>One message of a read.</summary>
/// <param name="View">The message as the read shows it.</param>
/// <param name="Message">The message that it is.</param>
/// <param name="Foreign">Canary of another session in its text, or of its own if a reset ended that session; null
/// otherwise.</param>
internal readonly record struct ReadEntry(MessageView View, MessageRecord Message, string? Foreign)
{
    public bool IsUser => View.Role == "user";
}
