using System.Globalization;
using System.Text.Json.Nodes;
using Rejoin.Checks;
using Rejoin.Drivers;
using Rejoin.Runner.Scenarios.Location;

namespace Rejoin.Runner;

/// <summary>Plays one session of a conversation: step by step, coming back whenever the connection is lost.</summary>
/// <remarks>At the end everything is read, so that a loss anywhere shows, and the session is left.</remarks>
internal sealed class ScriptPlayer(TrialContext trial, TrialClient client, ScriptSession script)
{
    private const string FinalMessage = "agent_message";
    private const string Completion = "workflow_completed";
    private const int ReadsAtMost = 20;
    private readonly List<Written> written = [];
    private readonly Patience patience = new(client, trial.Contract.Progress.Connections);
    private int number;

    /// <summary>Plays; false if the client could not come back.</summary>
    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        foreach (var step in script.Steps.TakeWhile(step => step.Do != Operation.Leave))
        {
            if (!await StepAsync(step, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return await EndAsync(cancellation).ConfigureAwait(false);
    }

    private Task<bool> StepAsync(ScriptStep step, CancellationToken cancellation)
    {
        if (step.Place is { } place)
        {
            client.MoveTo(place == Itinerary.Away.Label ? Itinerary.Away : Itinerary.Home);
        }

        return DoAsync(step, cancellation);
    }

    private Task<bool> DoAsync(ScriptStep step, CancellationToken cancellation) => step.Do switch
    {
        null => AwayAsync(step.Away!.Value, cancellation),
        Operation.Connect or Operation.Resume => Recovery.AttachAsync(client, trial, patience, cancellation),
        Operation.Drop or Operation.Crash or Operation.Restart => AtOnceAsync(step.Do.Value, cancellation),
        Operation.Say => WriteAsync(step, Message(step), (FinalMessage, LastId), cancellation),
        Operation.Set => WriteAsync(step, Value(step), null, cancellation),
        Operation.Start => WriteAsync(step, Workflow(step), (Completion, LastId), cancellation),
        { } read => ReadAsync(read, cancellation),
    };

    // Of one length in every trial, so that the frames are; of the trial, so that nothing of another passes for it.
    private string LastId =>
        string.Create(CultureInfo.InvariantCulture, $"{client.Session}-{trial.Header.Trial:000000}-{number:000}");

    private async Task<bool> AwayAsync(TimeSpan absence, CancellationToken cancellation)
    {
        await trial.PassAsync(absence, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> AtOnceAsync(Operation operation, CancellationToken cancellation)
    {
        await client.InvokeAsync(operation, new OperationInput(), cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> WriteAsync(
        ScriptStep step, OperationInput input, (string Kind, string Subject)? whole, CancellationToken cancellation)
    {
        var (call, end) = client.Begin(step.Do!.Value, input, cancellation);
        var all = new Written(call, end, whole);
        written.Add(all);
        return step.Wait == ScriptWait.None || await DoneAsync(
            step.Wait == ScriptWait.Reply ? all : all with { Whole = null }, cancellation).ConfigureAwait(false);
    }

    /// <summary>A read that a loss cut off is made again: it changes nothing.</summary>
    private async Task<bool> ReadAsync(Operation read, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ReadsAtMost; attempt++)
        {
            var (call, end) = client.Begin(read, new OperationInput(), cancellation);
            if (!await DoneAsync(new Written(call, end, null), cancellation).ConfigureAwait(false))
            {
                return false;
            }

            if (end is { IsCompletedSuccessfully: true, Result.Type: HistoryEventType.Ok })
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Waits until an operation is done, coming back as often as the connection is lost; what takes longer
    /// than the contract allows is left to the checks.</summary>
    private async Task<bool> DoneAsync(Written what, CancellationToken cancellation)
    {
        while (true)
        {
            await client.DoneOrLossAsync(what.Call, null, cancellation).ConfigureAwait(false);
            var isDone = client.HasEnded(what.Call);
            // Only what was accepted is answered.
            if (isDone && what.Whole is { } whole
                && (await what.End.ConfigureAwait(false)).Type == HistoryEventType.Ok)
            {
                await client.DoneOrLossAsync(what.Call, whole, cancellation).ConfigureAwait(false);
                isDone = client.HasSeen(whole.Kind, whole.Subject);
            }

            if (isDone || !client.IsLost)
            {
                return true;
            }

            if (!await BackAsync(cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    /// <summary>Comes back; a connection that only looks alive is given up first, as an application does whose user
    /// has run out of patience.</summary>
    private async Task<bool> BackAsync(CancellationToken cancellation)
    {
        await client.InvokeAsync(Operation.Drop, new OperationInput(), cancellation).ConfigureAwait(false);
        return !patience.IsOut
            && await Recovery.AttachAsync(client, trial, patience, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> EndAsync(CancellationToken cancellation)
    {
        foreach (var each in written)
        {
            if (!await DoneAsync(each, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        var reads = script.Steps.Any(step => step.Do == Operation.Start)
            ? new[] { Operation.History, Operation.Context, Operation.Effects }
            : [Operation.History, Operation.Context];
        foreach (var read in reads)
        {
            if (!await ReadAsync(read, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        if (client.Place is not null)
        {
            await trial.AuditAsync(client, cancellation).ConfigureAwait(false);
        }

        var (leave, _) = client.Begin(Operation.Leave, new OperationInput(), cancellation);
        await client.DoneOrLossAsync(leave, null, cancellation).ConfigureAwait(false);
        if (client.IsSilent)
        {
            await client.InvokeAsync(Operation.Drop, new OperationInput(), cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private OperationInput Message(ScriptStep step)
    {
        var id = NextId();
        return new OperationInput { Id = id, Text = Filled($"{client.Canary} {step.Text}", step.Length) };
    }

    private OperationInput Value(ScriptStep step)
    {
        var id = NextId();
        var value = new JsonObject { ["put"] = id, ["by"] = client.Canary };
        if (step.Length > 0)
        {
            value["fill"] = new string('.', step.Length);
        }

        return new OperationInput { Id = id, Scope = step.Scope, Key = step.Key, Value = value.ToJsonString() };
    }

    private OperationInput Workflow(ScriptStep step) => new() { Id = NextId(), Workflow = step.Workflow };

    private static string Filled(string text, int length) =>
        length > text.Length ? text.PadRight(length, '.') : text;

    /// <summary>A write, and the event that makes it whole.</summary>
    private sealed record Written(long Call, Task<OperationOutcome> End, (string Kind, string Subject)? Whole);

    private string NextId()
    {
        number++;
        return LastId;
    }
}
