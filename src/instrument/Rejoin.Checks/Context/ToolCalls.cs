namespace Rejoin.Checks;

/// <summary>Compares the tool calls that a read shows with those that were handed over.</summary>
internal static class ToolCalls
{
    /// <summary>What differs, and the line that tells otherwise; null if nothing does.</summary>
    public static (string Problem, long Line)? Difference(WorkflowSights sights, WorkflowView view, CallRecord read)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < view.ToolCalls.Count; i++)
        {
            places.TryAdd(view.ToolCalls[i], i);
        }

        var newest = -1;
        foreach (var (effect, line) in sights.Calls)
        {
            if (!places.TryGetValue(effect, out var place))
            {
                if (line < read.Invoke.Index)
                {
                    return ($"the tool call '{effect}' is missing from a read of the context", line);
                }

                break;
            }

            if (place < newest)
            {
                return ($"the tool call '{effect}' stands out of order in a read of the context", line);
            }

            newest = place;
        }

        return sights.IsWhole && !sights.IsInterrupted && places.Count > sights.Calls.Count
            ? ("a read of the context shows a tool call that was never made", sights.CompletedAt)
            : null;
    }
}
