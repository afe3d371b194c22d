namespace Rejoin.Checks;

/// <summary>RJ206: the effect of each tool call is applied exactly once.</summary>
/// <remarks>Judged on the last read of the effects in each segment. An effect must be there if its tool had returned,
/// or if its workflow was completed in a read of the context, before that read. Effects of before a reset are left to
/// RJ401. Smallest failing history: tool of w/1 returned, effects [w/1 applied 2]. Unknown: no read of the
/// effects, or none in it and none expected.</remarks>
internal sealed class EffectCount() : HistoryCheck("RJ206", "effect-count",
    "The effect of each tool call is applied once.")
{
    private const string Hint = "A tool ran again, or its result was recorded and its effect was not: give each call "
        + "an idempotency key that every attempt shares, and let the tool remember it.";

    public override string? NotJudgedBecause(Contract contract) => Promises.Read(contract, ReadKind.Effects);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var lastReads = new Dictionary<int, CallRecord>();
        foreach (var read in session.EffectReads)
        {
            lastReads[session.Content.Before(read.Connection, read.End!.Index)] = read;
        }

        if (lastReads.Count == 0)
        {
            return;
        }

        var returned = session.Received.ToLookup(received => received.Segment);
        var contexts = session.ContextReads.ToLookup(
            read => session.Content.Before(read.Connection, read.End!.Index));
        foreach (var (segment, read) in lastReads)
        {
            var due = new Dictionary<string, long>();
            Returned(session, returned[segment], segment, read, due);
            Completed(session, contexts[segment], segment, read, due);
            Judge(session, segment, read, due, judgement);
        }
    }

    private static void Judge(
        SessionIndex session, int segment, CallRecord read, Dictionary<string, long> due, JudgementBuilder judgement)
    {
        var isEveryStartNamed = session.Calls.TrueForAll(
            call => call.Operation != Operation.Start || call.Invoke.Input?.Id is not null);
        foreach (var effect in read.End!.Result!.Effects!.GroupBy(effect => effect.Id))
        {
            var workflow = effect.First().Workflow;
            if (IsEarlier(session, workflow, segment))
            {
                continue;
            }

            judgement.Opportunities++;
            var applied = effect.Sum(each => each.Applied);
            if (isEveryStartNamed && session.Starts.GetValueOrDefault(workflow) is not { IsRefused: false })
            {
                judgement.Fail(session, $"the effect '{effect.Key}' belongs to the workflow '{workflow}', which "
                    + "nobody started", Hint, read.End.Index);
            }
            else if (applied > 1)
            {
                judgement.Fail(session, $"the effect '{effect.Key}' was applied {applied} times", Hint,
                    due.GetValueOrDefault(effect.Key), read.End.Index);
            }

            if (applied > 0)
            {
                due.Remove(effect.Key);
            }
        }

        foreach (var (effect, line) in due)
        {
            judgement.Opportunities++;
            judgement.Fail(session, $"the tool call '{effect}' returned, and its effect was never applied", Hint,
                line, read.End.Index);
        }
    }

    private static void Returned(
        SessionIndex session, IEnumerable<ReceivedRecord> events, int segment, CallRecord read,
        Dictionary<string, long> due)
    {
        foreach (var received in events)
        {
            if (received.Event is { Kind: "tool_returned", Effect: { } effect, Workflow: { } workflow }
                && received.Line.Index < read.Invoke.Index && !IsEarlier(session, workflow, segment))
            {
                due.TryAdd(effect, received.Line.Index);
            }
        }
    }

    private static void Completed(
        SessionIndex session, IEnumerable<CallRecord> contexts, int segment, CallRecord read,
        Dictionary<string, long> due)
    {
        foreach (var context in contexts.Where(context => context.Precedes(read)))
        {
            foreach (var view in context.End!.Result!.Context!.Workflows)
            {
                if (view.Completed && !IsEarlier(session, view.Id, segment))
                {
                    foreach (var effect in view.ToolCalls)
                    {
                        due.TryAdd(effect, context.End.Index);
                    }
                }
            }
        }
    }

    private static bool IsEarlier(SessionIndex session, string workflow, int segment) =>
        session.Starts.TryGetValue(workflow, out var start) && start.IsAccepted && start.AcceptedIn < segment;
}
