using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The execution of a sweep: the conversation undisturbed, then cut at every point.</summary>
public static class SweepExecutor
{
    /// <summary>Sweeps.</summary>
    /// <param name="options">What to sweep.</param>
    /// <param name="observer">Receiver of progress.</param>
    /// <param name="cancellation">Stops the sweep: what was done is judged and written, marked interrupted.</param>
    /// <returns>The document that was written to the run folder.</returns>
    /// <exception cref="RejoinException">The target cannot be started or reached.</exception>
    public static async Task<RunDocument> RunAsync(
        SweepOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        options = options with { Kinds = SweepKind.For(options.Script, options.Kinds) };
        var run = options.Run;
        var started = run.Time.GetUtcNow();
        var begun = run.Time.GetTimestamp();
        await File.WriteAllTextAsync(run.Folder.ContractPath, ContractWriter.Write(run.Contract), cancellation)
            .ConfigureAwait(false);
        await File.WriteAllTextAsync(run.Folder.ConversationPath, options.Script.Text, cancellation)
            .ConfigureAwait(false);
        var scenario = ScriptScenario.NameOf(options.Script);
        var services = new RoundServices(run.Target);
        await using var ended = services.ConfigureAwait(false);
        Sweep? sweep = null;
        try
        {
            await services.UseAsync(
                scenario,
                round: 1,
                instance =>
                {
                    sweep = new Sweep(options, instance, observer);
                    return sweep.RunAsync(cancellation);
                },
                cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (sweep is not null)
        {
            // Interrupted, or the service is gone: what was seen until then is judged.
        }

        var outcome = sweep!.Judge();
        var document = RunSummary.Of(
            run, started, run.Time.GetElapsedTime(begun), [outcome.Document], outcome.Findings,
            cancellation.IsCancellationRequested);
        run.Folder.Write(document);
        return document;
    }

    /// <summary>Command that sweeps again.</summary>
    internal static string CommandOf(SweepOptions options)
    {
        var run = options.Run;
        var kinds = options.Kinds.Count == SweepKind.All.Count
            ? string.Empty
            : $" --kinds {string.Join(',', options.Kinds.Select(kind => kind.Id))}";
        var persistent = options.Persistent ? " --persistent" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"rejoin sweep --conversation {options.Script.Id} --depth {Word(options.Depth)}{kinds}{persistent} "
                + $"--seed {run.Seed}")
            + (run.Sabotage is null ? string.Empty : $" --sabotage {run.Sabotage}")
            + (run.TargetArguments.Length == 0 ? string.Empty : $" {run.TargetArguments}");
    }

    private static string Word(SweepDepth depth) => EnumWords<SweepDepth>.Of(depth);
}
