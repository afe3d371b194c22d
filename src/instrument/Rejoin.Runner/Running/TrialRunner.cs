using System.Net.Sockets;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>One trial from its header to its verdicts.</summary>
internal static class TrialRunner
{
    public static async Task<TrialResult> RunAsync(
        RunOptions options, IScenario scenario, ITargetInstance target, RoundClock clock, int round, int trial,
        CancellationToken cancellation, Func<TrialResult, TrialHistory, bool>? keep = null)
    {
        var header = Header(options, scenario, round, trial);
        var context = new TrialContext(header, target, options.Driver, options.Contract, options.Time, clock);
        string? broken = null;
        var longest = scenario.LongestTrial + (clock.CanMove
            ? TimeSpan.Zero
            : scenario.LongestAbsence(options.Contract.Windows));
        clock.Join(context.Recorder);
        using var bound = new CancellationTokenSource(longest, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            await scenario.RunAsync(context, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            broken = target.Ended ?? "the run was interrupted";
        }
        catch (OperationCanceledException)
        {
            broken = $"it took longer than {longest.TotalSeconds:0} s";
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            broken = target.Ended ?? error.Message;
        }
        finally
        {
            await clock.LeaveAsync(context.Recorder, cancellation).ConfigureAwait(false);
        }

        var history = context.Recorder.Close();
        var result = TrialResult.Of(history, options.Contract, broken ?? target.Ended ?? context.Trouble);
        if (keep?.Invoke(result, history) != false)
        {
            HistoryWriter.WriteFile(options.Folder.PathOf(RunFolder.HistoryName(scenario.Id, trial)), history);
        }

        return result;
    }

    private static TrialHeader Header(RunOptions options, IScenario scenario, int round, int trial) => new()
    {
        Scenario = scenario.Id,
        Trial = trial,
        Round = round,
        Seed = options.Seed.Value,
        Checks = scenario.Checks,
        Sessions = [.. scenario.Sessions(trial, options.Target.Principals).Select(each => new SessionHeader
        {
            Session = each.Session,
            Principal = each.Principal,
            Canary = "cn-" + Convert.ToHexStringLower(
                options.Seed.DeriveBytes($"{scenario.Id}/{each.Session}", scenario.HasOneText ? 0 : trial)
                    .AsSpan(0, 8)),
        })],
    };
}
