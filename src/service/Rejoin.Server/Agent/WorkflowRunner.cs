using System.Globalization;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Works through a workflow: each event is recorded once, each effect applied once, whatever was
/// interrupted where.</summary>
internal sealed class WorkflowRunner(WorkflowRegistry registry, TimeSpan toolDelay, TimeProvider time)
{
    public async Task RunAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var progress = turn.Progress
            ?? throw new InvalidOperationException($"Turn '{turn.Id}' of '{turn.Session}' has no workflow.");
        var workflow = registry.Find(progress.State.Name)
            ?? throw new InvalidOperationException($"There is no workflow '{progress.State.Name}' any more.");
        for (var step = progress.State.CompletedSteps + 1; step <= workflow.Steps.Count; step++)
        {
            await StepAsync(turn, progress, workflow, step, cancellationToken).ConfigureAwait(false);
        }

        await turn.FinishAsync(new WorkflowCompleted { Workflow = turn.Id }, cancellationToken).ConfigureAwait(false);
    }

    private async Task StepAsync(
        ITurn turn,
        WorkflowProgress progress,
        WorkflowDefinition workflow,
        int step,
        CancellationToken cancellationToken)
    {
        var (name, tool) = workflow.Steps[step - 1];
        if (progress.StartedSteps < step)
        {
            var started = new StepStarted { Workflow = turn.Id, Step = step, Name = name };
            await turn.AppendAsync(started, cancellationToken).ConfigureAwait(false);
        }

        var effect = string.Create(CultureInfo.InvariantCulture, $"{turn.Id}/{step}/1");
        var recorded = progress.State.ToolCalls.FirstOrDefault(call => call.Effect == effect);
        if (recorded is null)
        {
            var called = new ToolCalled
            {
                Workflow = turn.Id,
                Step = step,
                Effect = effect,
                Tool = tool,
                Arguments = Arguments(turn.Id, step, progress.Input),
            };
            await turn.AppendAsync(called, cancellationToken).ConfigureAwait(false);
        }

        if (recorded?.Result is null)
        {
            var result = await CallAsync(turn, effect, step, tool, cancellationToken).ConfigureAwait(false);
            var returned = new ToolReturned
            {
                Workflow = turn.Id, Step = step, Effect = effect, Tool = tool, Result = result,
            };
            await turn.AppendAsync(returned, cancellationToken).ConfigureAwait(false);
        }

        var completed = new StepCompleted { Workflow = turn.Id, Step = step, Name = name };
        await turn.AppendAsync(completed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the call. Its effect has an id that every attempt shares, so that repeating it is safe when
    /// the process died between effect and record.</summary>
    private async Task<JsonElement> CallAsync(
        ITurn turn, string effect, int step, string tool, CancellationToken cancellationToken)
    {
        if (toolDelay > TimeSpan.Zero)
        {
            await Task.Delay(toolDelay, time, cancellationToken).ConfigureAwait(false);
        }

        var application = new EffectApplication
        {
            Id = effect, Key = effect, Workflow = turn.Id, Step = step, Tool = tool,
        };
        await turn.ApplyEffectAsync(application, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement($"{tool}:{effect}", AgentJson.Default.String);
    }

    private static JsonElement Arguments(string workflow, int step, JsonElement? input) =>
        JsonSerializer.SerializeToElement(new ToolArguments(workflow, step, input), AgentJson.Default.ToolArguments);
}
