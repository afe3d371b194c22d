namespace Rejoin.Checks;

/// <summary>RJ205: a workflow goes through its steps in order, each once, and no read falls behind what was shown
/// before.</summary>
/// <remarks>Events count in the order of their offsets; what a snapshot stands for is not demanded. An interrupted
/// attempt may begin anew at any step. Compared with each read of the context: presence, name, steps, completed steps,
/// tool calls.
/// Workflows of before a reset are left to RJ401. Smallest failing history: step 1 completed, step 1 started. Unknown:
/// a workflow that was not completed in the last read, or no workflow.</remarks>
internal sealed class StepRegress() : HistoryCheck("RJ205", "step-regress",
    "A workflow goes through its steps in order, and what is completed stays completed.")
{
    private const string Hint = "A step is taken up again, skipped or forgotten: record each step before the next "
        + "begins, and go on from the record, not from memory of the connection.";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var workflows = new WorkflowIndex(session, (problem, received) =>
            judgement.Fail(session, problem, Hint, received.Line.Index));
        judgement.Opportunities += workflows.Events;
        foreach (var read in session.ContextReads)
        {
            var segment = session.Content.Before(read.Connection, read.End!.Index);
            var views = read.End.Result!.Context!.Workflows.DistinctBy(view => view.Id)
                .ToDictionary(view => view.Id);
            foreach (var sights in workflows.BySegment[segment])
            {
                if (views.TryGetValue(sights.Id, out var view))
                {
                    judgement.Opportunities++;
                    Compare(session, sights, view, read, judgement);
                }
                else if (sights.DueFrom < read.Invoke.Index)
                {
                    judgement.Opportunities++;
                    judgement.Fail(session,
                        $"workflow '{sights.Id}' was started and is missing from a read of the context",
                        Hint, sights.DueFrom, read.End.Index);
                }
            }
        }

        if (session.ContextReads is [.., var last])
        {
            Finished(session, workflows, last, contract, judgement);
        }
    }

    private static void Compare(
        SessionIndex session, WorkflowSights sights, WorkflowView view, CallRecord read, JudgementBuilder judgement)
    {
        var before = sights.IsInterrupted ? null : sights.Steps.Find(read.Invoke.Index);
        if (before is { } known && known.Value > view.CompletedSteps)
        {
            judgement.Fail(session,
                $"workflow '{view.Id}' had completed {known.Value} step(s), and a read of the context shows "
                    + $"{view.CompletedSteps}",
                Hint, known.Of.Index, read.End!.Index);
        }
        else if (sights.CompletedAt < read.Invoke.Index && !view.Completed)
        {
            judgement.Fail(session,
                $"workflow '{view.Id}' was completed, and a read of the context shows it unfinished",
                Hint, sights.CompletedAt, read.End!.Index);
        }
        else if (sights.Plan is { } plan && plan.Difference(view) is { } difference)
        {
            judgement.Fail(session, $"workflow '{view.Id}': {difference}", Hint, plan.Line, read.End!.Index);
        }
        else if (ToolCalls.Difference(sights, view, read) is var (problem, line))
        {
            judgement.Fail(session, $"workflow '{view.Id}': {problem}", Hint, line, read.End!.Index);
        }
    }

    /// <summary>A workflow that stands still for the recovery time before the last read is lost; after less, nobody
    /// knows.</summary>
    private static void Finished(
        SessionIndex session, WorkflowIndex workflows, CallRecord last, Contract contract, JudgementBuilder judgement)
    {
        var attachedNs = session.Attaches.Where(attach => attach.IsOk).Select(attach => attach.Call.End!.TimeNs)
            .DefaultIfEmpty().Max();
        foreach (var sights in workflows.BySegment[session.Segments.Count - 1])
        {
            if (sights.CompletedAt < long.MaxValue || sights.DueFrom >= last.Invoke.Index)
            {
                continue;
            }

            var waitedNs = last.Invoke.TimeNs - Math.Max(attachedNs, sights.ProgressNs);
            if (waitedNs < contract.Timeouts.Recovery.Ticks * 100)
            {
                judgement.Unknown(
                    $"session '{session.Label}': workflow '{sights.Id}' was not completed at the last read of the "
                    + $"context (line {last.End!.Index})");
                continue;
            }

            judgement.Opportunities++;
            judgement.Fail(session, $"workflow '{sights.Id}' was started and never completed", Hint, sights.DueFrom,
                last.End!.Index);
        }
    }
}
