using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>Which step may follow which: a session is connected before anything else, and somebody who is away comes
/// back before the next word.</summary>
internal sealed class StepOrder
{
    private const string WhileOpen = "say, set, start, history, context, effects, refresh, drop, crash, leave";
    private State state;

    private enum State
    {
        New,
        Open,
        Lost,
        Dead,
        Ended,
    }

    /// <summary>What is wrong with a step at its place, with what is allowed there; null if nothing.</summary>
    public (string Problem, string Allowed)? Problem(ScriptStep step)
    {
        var allowed = state switch
        {
            State.New => "connect",
            State.Open => WhileOpen,
            State.Lost => "resume, away, crash",
            State.Dead => "restart, away",
            _ => "nothing after leave",
        };
        if (step.Do is null && step.Away is null)
        {
            return null;
        }

        var fits = (state, step.Do) switch
        {
            (State.New, Operation.Connect) => true,
            (State.Open, Operation.Connect or Operation.Resume or Operation.Restart or null) => false,
            (State.Open, _) => true,
            (State.Lost, Operation.Resume or Operation.Crash or null) => true,
            (State.Dead, Operation.Restart or null) => true,
            _ => false,
        };
        if (!fits)
        {
            return ("does not fit here", allowed);
        }

        state = step.Do switch
        {
            Operation.Connect or Operation.Resume => State.Open,
            Operation.Drop or Operation.Restart => State.Lost,
            Operation.Crash => State.Dead,
            Operation.Leave => State.Ended,
            _ => state,
        };
        return null;
    }
}
