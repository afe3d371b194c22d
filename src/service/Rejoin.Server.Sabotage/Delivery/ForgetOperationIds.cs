namespace Rejoin.Server.Sabotage;

/// <summary>A message that is sent again is appended again; the agent replies once all the same.</summary>
internal sealed class ForgetOperationIds
{
    private readonly PerSession<HashSet<string>> applied = new();
    private readonly PerSession<HashSet<(string Turn, int Attempt)>> begun = new();

    public static PlantedBug Bug { get; } = new(static () => new ForgetOperationIds().Seams())
    {
        Id = "forget-operation-ids",
        Check = "RJ102",
        Wrong = "appends a message again that is sent again after a cut",
        Defence = "the operation id, recorded with the effect",
    };

    private ServerSeams Seams() => new()
    {
        Store = store => new AlteredStore(store, AppendAsync),
        Agent = agent => new AlteredAgent(agent, FirstOnly),
    };

    private async Task<AppendResult> AppendAsync(
        AppendCommand command, Func<AppendCommand, Task<AppendResult>> next)
    {
        if (command.Message() is not { } message)
        {
            return await next(command).ConfigureAwait(false);
        }

        var known = applied.Of(command.Session);
        bool isResend;
        lock (known)
        {
            isResend = known.Contains(message.Id);
        }

        if (isResend)
        {
            return await next(command with { Operation = null, Begin = null }).ConfigureAwait(false);
        }

        var result = await next(command).ConfigureAwait(false);
        lock (known)
        {
            if (result.Status == AppendStatus.Applied)
            {
                known.Add(message.Id);
            }
        }

        return result;
    }

    private ITurn? FirstOnly(ITurn turn)
    {
        var turns = begun.Of(turn.Session);
        lock (turns)
        {
            return turns.Add((turn.Id, turn.Attempt)) ? turn : null;
        }
    }
}
