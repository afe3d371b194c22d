using System.Diagnostics;
using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Drivers.Reference;

/// <summary>Outcomes of the client in the words of histories.</summary>
internal static class Outcomes
{
    public static OperationOutcome Of(ConnectResult result, int connection, string? presentedEpoch, Snapshot? snapshot)
    {
        if (result.Error is { } error)
        {
            return error.HttpStatus is not null || error.CloseCode is not null
                ? OperationOutcome.Fail(connection, Code(error.Failure), error.Message, error.RetryAfter)
                : OperationOutcome.Info(connection, Code(error.Failure), error.Message, error.RetryAfter);
        }

        var verdict = result.Verdict!;
        var resumed = verdict as Resumed;
        return OperationOutcome.Ok(connection, new OperationResult
        {
            Attach = new AttachResult
            {
                Outcome = verdict switch
                {
                    Opened => AttachOutcome.Opened,
                    Resumed => AttachOutcome.Resumed,
                    Reset => AttachOutcome.Reset,
                    _ => throw new UnreachableException(verdict.GetType().Name),
                },
                ServiceSession = verdict.Session,
                Principal = verdict.Principal,
                Epoch = verdict.Epoch,
                PresentedEpoch = result.OffsetPresented is null ? null : presentedEpoch,
                PresentedOffset = result.OffsetPresented,
                From = resumed?.From,
                Head = verdict.Head,
                Generation = verdict.Generation,
                Mode = resumed is null ? null : Views.Word(resumed.Mode),
                Degraded = resumed?.Degraded,
                Reason = verdict is Reset reset ? Views.Word(reset.Reason) : null,
                SnapshotOffset = snapshot?.Offset,
                SnapshotHistory = snapshot?.History.Select(Views.Of).ToList(),
                ReplayedOffset = result.UpToDateOffset,
                ElapsedNs = result.Timing.ReplayEnd is { } elapsed ? (long)(elapsed.TotalMilliseconds * 1e6) : null,
            },
        });
    }

    public static OperationOutcome Of(Client.OperationOutcome outcome, int firstConnection)
    {
        var connection = outcome.Connection == 0 ? 0 : firstConnection + outcome.Connection;
        if (outcome is { Error.Failure: ClientFailure.OperationTimeout, MayHaveBeenApplied: false })
        {
            return OperationOutcome.Fail(connection, "not-sent", "There was no connection in time to send it on.");
        }

        if (outcome.Error is { } error)
        {
            return outcome.MayHaveBeenApplied
                ? OperationOutcome.Info(connection, Code(error.Failure), error.Message, error.RetryAfter)
                : OperationOutcome.Fail(connection, Code(error.Failure), error.Message, error.RetryAfter);
        }

        return OperationOutcome.Ok(connection, new OperationResult
        {
            Offset = outcome.Answer?.Offset ?? outcome.Offset,
            Duplicate = outcome.IsDuplicate ? true : null,
            History = outcome.Answer?.History?.Select(Views.Of).ToList(),
            Context = outcome.Answer?.Context is { } context ? Views.Of(context) : null,
            Effects = outcome.Answer?.Effects?.Select(Views.Of).ToList(),
        });
    }

    /// <summary>The short word of a failure: <c>timeout</c> for an operation without answer, else its kebab-case
    /// name.</summary>
    private static string Code(ClientFailure failure) => failure == ClientFailure.OperationTimeout
        ? "timeout"
        : JsonNamingPolicy.KebabCaseLower.ConvertName(failure.ToString());
}
