using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The execution of turns: one attempt after another until one finishes.</summary>
internal sealed class TurnRunner(IAgent agent, TimeProvider time, ILogger log)
{
    private const int MostFailures = 3;
    private const string FailureText = "The agent could not reply.";

    private int inFlight;

    /// <summary>Turns that run or wait for their predecessor.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Runs a turn after another one has ended.</summary>
    public async Task RunAsync(LiveSession session, StoredTurn stored, Task predecessor, CancellationToken stopping)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            await predecessor.ConfigureAwait(false);
            await Task.Yield();
            var failures = 1;
            while (!await TryAsync(session, stored, failures, stopping).ConfigureAwait(false))
            {
                failures++;
                stored = stored with { Attempt = stored.Attempt + 1 };
            }
        }
        catch (Exception error) when (
            error is OperationCanceledException or TurnLostException or StoreFailedException)
        {
            // The turn stays in the store and goes on with its next owner, or went with its session.
            AgentLog.TurnLeft(log, session.Id, stored.Id);
        }
        catch (Exception error)
        {
            AgentLog.TurnStuck(log, session.Id, stored.Id, error);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task<bool> TryAsync(
        LiveSession session, StoredTurn stored, int failures, CancellationToken stopping)
    {
        var turn = new Turn(session, stored, time);
        try
        {
            await agent.RunAsync(turn, stopping).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (
            error is not (OperationCanceledException or TurnLostException or StoreFailedException)
            || (error is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            AgentLog.AttemptFailed(log, session.Id, stored.Id, stored.Attempt, error);
            await turn.RetryAsync(stopping).ConfigureAwait(false);
            if (failures < MostFailures)
            {
                return false;
            }

            await GiveUpAsync(new Turn(session, stored with { Attempt = stored.Attempt + 1 }, time), stopping)
                .ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Ends a reply that cannot be made with a sentence that says so. A workflow stays where it is.</summary>
    private static async Task GiveUpAsync(Turn turn, CancellationToken stopping)
    {
        if (turn.Kind != TurnKind.Reply)
        {
            return;
        }

        var delta = new Delta { Turn = turn.Id, Attempt = turn.Attempt, Index = 0, Text = FailureText };
        await turn.AppendAsync(delta, stopping).ConfigureAwait(false);
        await turn.FinishAsync(
            new AgentMessage { Id = "a-" + turn.Id, Turn = turn.Id, Text = FailureText }, stopping)
            .ConfigureAwait(false);
    }
}
