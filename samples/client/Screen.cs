using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Samples.Client;

/// <summary>What the person sees.</summary>
internal static class Screen
{
    public static void Show(ClientStatus status)
    {
        switch (status)
        {
            case { Phase: ClientPhase.Live, LastResult.Verdict: { } verdict }:
                var kind = verdict.GetType().Name.ToLowerInvariant();
                Console.Error.WriteLine($"[live: {kind} {verdict.Session}, connection {verdict.Generation}]");
                break;
            case { Phase: ClientPhase.Lost, Error: { } error }:
                Console.Error.WriteLine(
                    $"[lost: {error.Failure}; next attempt in {status.NextAttemptIn?.TotalMilliseconds:0} ms]");
                break;
            case { Phase: ClientPhase.Ended, Error: { Failure: not ClientFailure.ClosedByCaller } error }:
                Console.Error.WriteLine($"[ended: {error.Message}]");
                break;
        }
    }

    public static void Show(SessionEvent next)
    {
        switch (next)
        {
            case LogEvent { Event.Data: Delta { Index: 0 } piece }:
                Console.Write($"agent: {piece.Text}");
                break;
            case LogEvent { Event.Data: Delta piece }:
                Console.Write(piece.Text);
                break;
            case LogEvent { Event.Data: AgentMessage }:
                Console.WriteLine();
                break;
            case LogEvent { Event.Data: TurnInterrupted }:
                Console.WriteLine(" … (the server restarted; once more)");
                break;
            case VerdictKnown { Verdict: Reset reset }:
                Console.WriteLine($"(the old conversation is over: {reset.Reason}; this is a new one)");
                break;
            case SnapshotTaken { Snapshot: var snapshot }:
                foreach (var message in snapshot.History)
                {
                    Console.WriteLine($"{(message.Role == MessageRole.User ? "you" : "agent")}: {message.Text}");
                }

                break;
        }
    }
}
