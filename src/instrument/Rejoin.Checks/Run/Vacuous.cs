namespace Rejoin.Checks;

/// <summary>RJ901: before a cut, something had been acknowledged that the cut could endanger. Never a
/// failure.</summary>
/// <remarks>Unknown: a cut before any operation but connect and resume ended ok in the trial.</remarks>
internal sealed class Vacuous()
    : HistoryCheck("RJ901", "vacuous", "Every cut comes after something that it could endanger.")
{
    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var firstAck = history.Sessions.SelectMany(session => session.Calls)
            .Where(call => call.IsOk && !call.IsAttach
                && call.Operation is not (Operation.Drop or Operation.Crash or Operation.Restart))
            .Select(call => call.End!.Index).DefaultIfEmpty(long.MaxValue).Min();
        foreach (var fault in history.Faults)
        {
            if (!fault.HasActed || !fault.Evidence.Cut)
            {
                continue;
            }

            judgement.Opportunities++;
            if (fault.First.Index < firstAck)
            {
                var evidence = fault.Evidence;
                judgement.Unknown(
                    $"fault '{evidence.Fault}' ({evidence.Kind}, {evidence.At}; line {fault.First.Index}) "
                    + "cut before any operation was acknowledged: there was nothing to lose");
            }
        }
    }
}
