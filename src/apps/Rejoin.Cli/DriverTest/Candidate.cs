using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Cli;

/// <summary>A client of the driver under examination, with the questions that every part asks.</summary>
internal sealed class Candidate(
    string part, DriverDescription driver, IDriverClient client, ExamObserver observer, List<DriverFinding> findings)
{
    /// <summary>The client.</summary>
    public IDriverClient Client => client;

    /// <summary>What it reports.</summary>
    public ExamObserver Observer => observer;

    /// <summary>Whether the driver says that it offers an operation.</summary>
    public bool Can(Operation operation) => driver.Operations.Contains(operation);

    /// <summary>Writes a finding down.</summary>
    public void Find(string id, string message) => findings.Add(new(id, part, message));

    /// <summary>Carries out an operation that must end in one of some ways.</summary>
    public async Task<OperationOutcome> MustAsync(
        Operation operation, OperationInput input, CancellationToken cancellation,
        params IReadOnlyList<HistoryEventType> allowed)
    {
        var outcome = await client.InvokeAsync(operation, input, cancellation);
        if (allowed.Contains(outcome.Type))
        {
            return outcome;
        }

        var cause = outcome.Error is { } error ? $" ({error.Code}: {error.Message})" : "";
        Find("DR03", $"'{Word(operation)}' ended {Word(outcome.Type)}{cause}; right: "
            + $"{string.Join(" or ", allowed.Select(Word))}.");
        throw new ExamOverException();
    }

    /// <summary>Carries out an operation that must end ok.</summary>
    public Task<OperationOutcome> OkAsync(
        Operation operation, OperationInput input, CancellationToken cancellation) =>
        MustAsync(operation, input, cancellation, HistoryEventType.Ok);

    /// <summary>Attaches, with the outcome that must come of it.</summary>
    public async Task<AttachResult> AttachAsync(
        Operation operation, AttachOutcome expected, string? session, CancellationToken cancellation)
    {
        var attach = (await OkAsync(operation, new OperationInput(), cancellation)).Result!.Attach!;
        if (attach.Outcome != expected || attach.ServiceSession is null
            || (session is not null && attach.ServiceSession != session))
        {
            Find("DR02", $"'{Word(operation)}' ended with outcome {Word(attach.Outcome)} and session "
                + $"'{attach.ServiceSession}'; the service said {Word(expected)}, session '{session ?? "a name"}'.");
            throw new ExamOverException();
        }

        if (client.Position is null)
        {
            Find("DR06", $"After '{Word(operation)}' the driver has written no line 'position' with a cursor: "
                + "nothing could be resumed after a crash.");
            throw new ExamOverException();
        }

        return attach;
    }

    /// <summary>Waits for the final message of a turn.</summary>
    public async Task ReplyAsync(string turn, CancellationToken cancellation)
    {
        if (!await observer.UntilAsync(
            () => observer.Events.Any(each => each.Kind == "agent_message" && each.Turn == turn), cancellation))
        {
            Find("DR04", $"The service answered '{turn}' and the driver reported no agent_message of it within 5 s.");
            throw new ExamOverException();
        }
    }

    /// <summary>Waits for the end of the current connection.</summary>
    public async Task ClosedAsync(string by, CancellationToken cancellation)
    {
        var connection = client.Connection;
        if (!await observer.UntilAsync(() => observer.EndOf(connection) is not null, cancellation))
        {
            Find("DR05", $"Connection {connection} ended and the driver reported no 'closed' within 5 s.");
            throw new ExamOverException();
        }

        var end = observer.EndOf(connection)!;
        if (!by.Split('|').Contains(end.By))
        {
            Find("DR05", $"The driver reported that connection {connection} was closed by '{end.By}'; right: "
                + $"{by.Replace("|", " or ", StringComparison.Ordinal)}.");
        }
    }

    /// <summary>Looks for gaps and doubles in what was reported.</summary>
    /// <param name="repeats">Whether one event may stand twice, after a crash.</param>
    public void Offsets(bool repeats)
    {
        var offsets = observer.Events.Select(each => each.Offset ?? 0).ToList();
        var missing = Enumerable.Range(1, (int)offsets.DefaultIfEmpty().Max()).Select(each => (long)each)
            .Except(offsets).Take(5).ToList();
        if (missing.Count > 0)
        {
            Find("DR04", $"The service sent the events {string.Join(", ", missing)} and the driver did not report "
                + "them.");
        }

        var doubles = offsets.GroupBy(each => each).Where(each => each.Count() > 1).Select(each => each.Key).ToList();
        if (doubles.Count > (repeats ? 1 : 0))
        {
            Find("DR04", $"The driver reported the events {string.Join(", ", doubles.Take(5))} more than once; the "
                + "service sent them once.");
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => $"{value}".ToLowerInvariant();
}
