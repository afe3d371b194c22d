namespace Rejoin.Checks;

/// <summary>RJ902: every planned fault happened, and looked as its label says. Never a failure.</summary>
/// <remarks>Unknown: an injection that did not fire, or that the sockets saw otherwise than asked for.</remarks>
internal sealed class FaultNotFired() : HistoryCheck("RJ902", "fault-not-fired", "Every planned fault happened as planned.")
{
    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        foreach (var line in history.Injections)
        {
            judgement.Opportunities++;
            if (line.Injection is { Status: not "fired" } injection)
            {
                var what = injection.Status == "not-fired" ? "did not fire" : "was not seen as planned";
                judgement.Unknown($"fault '{injection.Fault}' ({injection.Kind}, {injection.At}; line {line.Index}) {what}: "
                    + (injection.Reason ?? "no reason was recorded"));
            }
        }
    }
}
