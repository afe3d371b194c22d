namespace Rejoin.Checks;

/// <summary>RJ902: every planned fault happened, and looked as its label says. Never a failure.</summary>
/// <remarks>Unknown: a fault that did not fire, that the sockets saw otherwise than asked for, or of which no line says
/// what they saw.</remarks>
internal sealed class FaultNotFired()
    : HistoryCheck("RJ902", "fault-not-fired", "Every planned fault happened as planned.")
{
    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        foreach (var fault in history.Faults)
        {
            judgement.Opportunities++;
            var evidence = fault.Evidence;
            if (evidence.Status == "observed")
            {
                continue;
            }

            var what = evidence.Status switch
            {
                "not-fired" => "did not fire",
                "fired" => "fired, and no line says what the sockets saw",
                _ => "was not seen as planned",
            };
            judgement.Unknown(
                $"fault '{evidence.Fault}' ({evidence.Kind}, {evidence.At}; line {fault.Last.Index}) {what}"
                + (evidence.Reason is null ? "" : ": " + evidence.Reason));
        }
    }
}
