namespace Rejoin.Checks;

/// <summary>Where a workflow stands, by its events in the order of their offsets.</summary>
internal sealed class WorkflowTrack
{
    private long _offset;
    private int _started;
    private int _completed;
    private bool _isWhole;

    /// <summary>What is wrong with the next event of the workflow; null if it follows.</summary>
    /// <param name="item">Event with an offset above those before.</param>
    /// <param name="isNext">Whether everything from an offset to this event was handed over.</param>
    public string? Next(ReceivedEvent item, Func<long, bool> isNext)
    {
        var isNextOne = _offset > 0 && isNext(_offset);
        var isGapless = _isWhole && isNextOne;
        _isWhole = isGapless || item.Kind == "workflow_started";
        _offset = item.Offset!.Value;
        return item.Kind switch
        {
            "step_started" when item.Step is { } step => Start(step, isNextOne, isGapless),
            "step_completed" when item.Step is { } step => Complete(step, isGapless),
            "turn_interrupted" => Interrupt(),
            _ => null,
        };
    }

    /// <summary>Between a start and another one of the same step, an interruption may lie in a gap.</summary>
    private string? Start(int step, bool isNextOne, bool isGapless)
    {
        var problem = step <= _completed ? $"step {step} was started again after step {_completed} was completed"
            : isNextOne && step <= _started ? $"step {step} was started again after step {_started} was"
            : isGapless && step > _completed + 1 ? $"step {step} was started after step {_completed} was completed"
            : null;
        _started = Math.Max(_started, step);
        return problem;
    }

    private string? Complete(int step, bool isGapless)
    {
        var problem = step <= _completed ? $"step {step} was completed again after step {_completed} was"
            : isGapless && step > _completed + 1 ? $"step {step} was completed after step {_completed} was"
            : null;
        _completed = Math.Max(_completed, step);
        _started = Math.Max(_started, step);
        return problem;
    }

    /// <summary>The attempt is void: the next one may begin at any step that is not recorded.</summary>
    private string? Interrupt()
    {
        (_started, _completed, _isWhole) = (0, 0, false);
        return null;
    }
}
